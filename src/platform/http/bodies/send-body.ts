import type { IncomingMessage, ServerResponse } from 'node:http';
import { encoded, type Encoding, encodingFor, SHORTEST_COMPRESSED } from './encoding';
import { gzipBody, type GzipHead, gzipHead } from './gzip-parts';
import { beginObject } from '../../lib/json-text';
import { SAFE_HEADERS } from '../safe-headers';

/** Longer ends of answers are compressed with their beginning, in the pool of threads. */
const LONGEST_TAIL = 16 * 1024;

/** Sends a body that stands for itself, compressed if its client takes that and it may be. */
export async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  isCompressible: boolean,
): Promise<void> {
  if (!isCompressible || bytes.length < SHORTEST_COMPRESSED) return end(response, bytes);
  response.appendHeader('vary', 'accept-encoding');
  const encoding = encodingFor(request, ['br', 'gzip']);
  if (encoding === null) return end(response, bytes);
  const body = await encoded(bytes, encoding);
  response.setHeader('content-encoding', encoding);
  end(response, body);
}

/** The answer of a query on its way. */
export interface SentData {
  readonly data: Buffer;
  readonly tail: Buffer;
  /** Whether the same bytes answer others too. */
  readonly isKept: boolean;
}

/**
 * Sends the answer of a query, with status 200: `HEAD`, the data, and an end that is this answer's own. Data that is at hand for many answers is compressed once for all of them.
 */
export function sendData(request: IncomingMessage, response: ServerResponse, sent: SentData): void | Promise<void> {
  const { data, tail } = sent;
  const isLong = data.length >= SHORTEST_COMPRESSED;
  const encoding = isLong ? encodingFor(request, ['br', 'gzip']) : null;
  if (encoding === null) return endReady(response, Buffer.concat([HEAD, data, tail]), isLong ? varied(response) : []);
  return sendCompressed(request, response, sent, encoding);
}

async function sendCompressed(
  request: IncomingMessage,
  response: ServerResponse,
  { data, tail, isKept }: SentData,
  encoding: Encoding,
): Promise<void> {
  const canShare = isKept && tail.length <= LONGEST_TAIL && encodingFor(request, ['gzip']) !== null;
  if (!canShare) {
    const body = await encoded(Buffer.concat([HEAD, data, tail]), encoding);
    return endReady(response, body, [...varied(response), 'content-encoding', encoding]);
  }
  let head = heads.get(data);
  if (head === undefined) {
    head = gzipHead(Buffer.concat([HEAD, data]));
    heads.set(data, head);
  }
  endReady(response, gzipBody(await head, tail), [...varied(response), 'content-encoding', 'gzip']);
}

/** Says that the answer depends on what its client can unpack, beside what was said before. */
function varied(response: ServerResponse): string[] {
  const before = response.getHeader('vary');
  return ['vary', before === undefined ? 'accept-encoding' : `${String(before)}, accept-encoding`];
}

/** Ends an answer with all of its headers at once: set one by one they took 6 of the 95 microseconds of a small answer. */
function endReady(response: ServerResponse, body: Buffer, headers: readonly string[]): void {
  response.writeHead(200, [...READY, ...headers, 'content-length', String(body.length)]);
  response.end(body);
}

function end(response: ServerResponse, body: Buffer): void {
  response.setHeader('content-length', body.length);
  response.end(body);
}

/** What every answer of a query says of itself. */
const READY = [
  ...SAFE_HEADERS.flat(),
  ...['content-type', 'application/json; charset=utf-8'],
  ...['cache-control', 'no-store'],
];

const HEAD = Buffer.from(beginObject('data'));

/** What was compressed of answers at hand: kept exactly as long as they are, and some tenth of their size; of short ones, which are full of ids, up to half. */
const heads = new WeakMap<Buffer, Promise<GzipHead>>();
