import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { encodingFor } from './bodies/encoding';

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
 * Serves what was built: in `pages` `/`, `/screen`, `/programme`, `/report` and their assets, which carry their
 * content's hash in their names; in `kit` the client kit, `/feed.tgz`, as npm installs it. What the build has
 * compressed is sent as it lies there.
 */
export function staticPages(pages: string, kit: string): StaticHandler {
  const [servePages, serveKit] = [builtPages(pages), builtKit(kit)];
  return (request, response, next) => servePages(request, response, () => serveKit(request, response, next));
}

function builtKit(folder: string): StaticHandler {
  if (!existsSync(folder)) return (_request, _response, next) => next();
  return sirv(folder, {
    etag: true,
    extensions: [],
    setHeaders: (response) => {
      response.setHeader('content-type', 'application/gzip');
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('cache-control', 'no-cache');
    },
  });
}

function builtPages(folder: string): StaticHandler {
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
