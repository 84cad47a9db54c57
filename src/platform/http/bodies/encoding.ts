import Negotiator from 'negotiator';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a body may be compressed on its way. */
export type Encoding = 'br' | 'gzip';

/** Shorter bodies fit into one packet anyway. */
export const SHORTEST_COMPRESSED = 1_024;

const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);

/** The first of these encodings that a client takes; null when it takes none, or does not say so. */
export function encodingFor({ headers }: IncomingMessage, preferred: readonly Encoding[]): Encoding | null {
  const accepted = headers['accept-encoding'];
  if (accepted === undefined) return null;
  const taken = new Negotiator({ headers: { 'accept-encoding': accepted } }).encodings(preferred);
  return preferred.find((encoding) => taken.includes(encoding)) ?? null;
}

/** Compresses in the pool of threads. `quality` is brotli's: 5 takes about as long as gzip does, 11 is for what is compressed once. */
export function encoded(bytes: Buffer, encoding: Encoding, quality = 5): Promise<Buffer> {
  if (encoding === 'gzip') return asGzip(bytes);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return asBrotli(bytes, { params });
}
