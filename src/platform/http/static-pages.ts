import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { encodingFor } from './encoding';

// pages load nothing from elsewhere, and nobody frames them
const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Serves one request, or hands it on. */
export type StaticHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves the built pages: `/`, `/screen`, `/programme`, `/report` and their assets, which carry their content's hash in their names. What the build has compressed is
 * sent as it lies there.
 */
export function staticPages(folder: string): StaticHandler {
  if (!existsSync(folder)) return (_request, _response, next) => next();
  const serve = sirv(folder, {
    etag: true,
    extensions: ['html'],
    brotli: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      const isHashed = pathname.startsWith('/assets/');
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response, next) => {
    // also with a 304, whose headers browsers put to the page that they have
    response.setHeader('content-security-policy', POLICY);
    // sirv looks for words in the header, and would send what a client refuses with `q=0`
    request.headers['accept-encoding'] = encodingFor(request, ['br', 'gzip']) ?? '';
    serve(request, response, next);
  };
}
