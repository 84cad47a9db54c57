import type { IncomingMessage } from 'node:http';
import { sessionTokenIn } from '../graphql/session-cookie';

/** The token in an Authorization value, if it is a bearer's. */
export function bearerToken(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return /^Bearer ([\w.~+/=-]{1,512})$/i.exec(value)?.[1] ?? null;
}

/**
 * Whether a request comes from a page of this server, or from no page at all (other systems send no Origin). Only then does a cookie count: another site's
 * page cannot use somebody's session.
 */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** The token of a request: its Authorization header, else the cookie of a page of our own. */
export function tokenOf(request: IncomingMessage): string | null {
  const bearer = bearerToken(request.headers.authorization);
  if (bearer !== null) return bearer;
  return isOwnOrigin(request) ? sessionTokenIn(request.headers.cookie) : null;
}
