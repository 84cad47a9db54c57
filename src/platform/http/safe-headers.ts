import type { ServerResponse } from 'node:http';

/**
 * What every answer says to browsers, whatever it is: its type is what it says, it is in nobody's frame, and where its reader came from is nobody's business. Pages
 * say more of themselves (see static-pages.ts).
 */
export function setSafeHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('x-frame-options', 'DENY');
}
