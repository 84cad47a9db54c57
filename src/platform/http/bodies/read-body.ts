import type { IncomingMessage } from 'node:http';
import { type HeldBody, noRoomForBody } from './body-room';
import { HttpRefusal } from '../http-refusal';

/** Largest body of a request: room for a long text that a rule then refuses by name. */
const LARGEST_BODY = 4 * 1024 * 1024;

const TOO_LARGE = { vi: 'Yêu cầu quá lớn (tối đa 4 MB).', en: 'The request is too large (at most 4 MB).' };

/** Reads a request's body as long as there is room; of one that is too large nothing is kept, and it is refused with 413. */
export function readBody(request: IncomingMessage, held: HeldBody): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let hasRoom = true;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_BODY || !hasRoom) return;
      hasRoom = held.grow(chunk.length);
      if (hasRoom) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (size > LARGEST_BODY) reject(new HttpRefusal(413, TOO_LARGE));
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
