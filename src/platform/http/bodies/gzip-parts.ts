import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { alone } from '../../lib/alone';

/** The first part of a gzip body, compressed once for all answers that begin with it. */
export interface GzipHead {
  /** Deflated and flushed to a whole byte, so that other blocks may follow. */
  readonly deflated: Buffer;
  readonly crc: number;
  readonly length: number;
}

const deflate = promisify(deflateRaw);

/** Compresses what many answers begin with, in the pool of threads. */
export async function gzipHead(bytes: Buffer): Promise<GzipHead> {
  const deflated = await deflate(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  return { deflated: alone(deflated), crc: crc32(bytes), length: bytes.length };
}

/**
 * One whole gzip body: what was compressed before, and a short end of this answer alone. A deflate stream is a row of blocks (RFC 1951), and one that was flushed
 * ends at a whole byte: the end is written behind it as a last block, and the trailer (RFC 1952) goes on from the checksum so far. A second gzip member would
 * be legal too, but browsers read the first one alone.
 */
export function gzipBody({ deflated, crc, length }: GzipHead, tail: Buffer): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(tail, crc), 0);
  trailer.writeUInt32LE((length + tail.length) % 2 ** 32, 4);
  return Buffer.concat([HEADER, deflated, deflateRawSync(tail), trailer]);
}

// deflate, no name, no time, any system
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
