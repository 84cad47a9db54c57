import type { IncomingMessage } from 'node:http';

/** A body over the limit. */
export class BodyTooLarge extends Error {}

/** Reads a request's body, up to a number of bytes; what is beyond is never kept. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    request.on('end', () => (size > limit ? reject(new BodyTooLarge()) : resolve(Buffer.concat(chunks))));
    request.on('error', reject);
    // a client that went away
    request.on('close', () => {
      if (!request.complete) reject(new Error('The request was aborted.'));
    });
  });
}
