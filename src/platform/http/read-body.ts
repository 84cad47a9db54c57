import type { IncomingMessage } from 'node:http';
import { type HeldBody, noRoomForBody } from './body-room';

/** A body over the limit. */
export class BodyTooLarge extends Error {}

/** Reads a request's body, up to a number of bytes and as long as there is room; what is beyond is never kept. */
export function readBody(request: IncomingMessage, limit: number, held: HeldBody): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let hasRoom = true;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit || !hasRoom) return;
      hasRoom = held.grow(chunk.length);
      if (hasRoom) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (size > limit) reject(new BodyTooLarge());
      else if (hasRoom) resolve(Buffer.concat(chunks));
      else reject(noRoomForBody());
    });
    request.on('error', reject);
    // a client that went away
    request.on('close', () => {
      if (!request.complete) reject(new Error('The request was aborted.'));
    });
  });
}
