import type { IncomingMessage } from 'node:http';

/** A body over the limit. */
export class BodyTooLarge extends Error {}

/** Reads a request's body, up to a number of bytes; what is beyond is never kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new BodyTooLarge();
  return Buffer.concat(chunks);
}
