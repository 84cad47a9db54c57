import type { IncomingMessage, ServerResponse } from 'node:http';
import { encoded, encodingFor, SHORTEST_COMPRESSED } from './encoding';
import { gzipBody, type GzipHead, gzipHead } from './gzip-parts';

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

/**
 * Sends the answer of a query: `HEAD`, the data, and an end that is this answer's own. Data that is at hand for many answers is compressed once for all of them.
 */
export async function sendData(
  request: IncomingMessage,
  response: ServerResponse,
  { data, tail, isKept }: { data: Buffer; tail: Buffer; isKept: boolean },
): Promise<void> {
  const canShare = isKept && data.length >= SHORTEST_COMPRESSED && tail.length <= LONGEST_TAIL;
  if (!canShare || encodingFor(request, ['gzip']) === null) {
    return sendBody(request, response, Buffer.concat([HEAD, data, tail]), true);
  }
  let head = heads.get(data);
  if (head === undefined) {
    head = gzipHead(Buffer.concat([HEAD, data]));
    heads.set(data, head);
  }
  const body = gzipBody(await head, tail);
  response.appendHeader('vary', 'accept-encoding');
  response.setHeader('content-encoding', 'gzip');
  end(response, body);
}

function end(response: ServerResponse, body: Buffer): void {
  response.setHeader('content-length', body.length);
  response.end(body);
}

const HEAD = Buffer.from('{"data":');

/** What was compressed of answers at hand: kept exactly as long as they are, and some tenth of their size. */
const heads = new WeakMap<Buffer, Promise<GzipHead>>();
