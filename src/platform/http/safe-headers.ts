import type { ServerResponse } from 'node:http';

/**
 * What every answer says to browsers, whatever it is: its type is what it says, it is in nobody's frame, and where its reader came from is nobody's business. Pages
 * say more of themselves (see static-pages.ts).
 */
export const SAFE_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['x-frame-options', 'DENY'],
];

/** Sets them. */
export function setSafeHeaders(response: ServerResponse): ServerResponse {
  for (const [name, value] of SAFE_HEADERS) response.setHeader(name, value);
  return response;
}
