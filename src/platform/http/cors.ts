import type { IncomingMessage, ServerResponse } from 'node:http';
import { setSafeHeaders } from './safe-headers';

/** Headers that a page of another site may send, beside those that every page may. */
const ALLOWED_HEADERS =
  'authorization, content-type, accept, accept-language, apollo-require-preflight, if-none-match, cache-control, x-wait-for, x-explain, x-estimate, x-apollo-operation-name';
const EXPOSED_HEADERS = 'etag, retry-after';
const REMEMBERED_SECONDS = '7200';

/**
 * Lets pages of named origins ask, and nobody else's. Credentials are not allowed: such pages ask with a token of their own, and the cookie of whoever looks at
 * them stays out of it. True when the request was a preflight and is answered with this.
 */
export function answerCors(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  if (origins.length === 0) return false;
  response.appendHeader('vary', 'origin');
  const { origin } = request.headers;
  const isAllowed = origin !== undefined && origins.includes(origin);
  if (isAllowed) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
  }
  const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (!isPreflight || !isAllowed) return false;
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
  response.setHeader('access-control-max-age', REMEMBERED_SECONDS);
  setSafeHeaders(response).writeHead(204).end();
  return true;
}
