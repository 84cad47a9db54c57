import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

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

/** Serves the built pages: `/`, `/screen`, `/programme`, `/report` and their assets, which carry their content's hash in their names. */
export function staticPages(folder: string): StaticHandler {
  if (!existsSync(folder)) return (_request, _response, next) => next();
  const serve = sirv(folder, {
    etag: true,
    extensions: ['html'],
    setHeaders: (response, pathname) => {
      response.setHeader('content-security-policy', POLICY);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'no-referrer');
      const isHashed = pathname.startsWith('/assets/');
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return serve;
}
