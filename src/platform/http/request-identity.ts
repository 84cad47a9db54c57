import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config';
import { tokensInCookies } from '../access/session-cookie';

/** The token in an Authorization value, if it is a bearer's. */
export function bearerToken(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return /^Bearer ([\w.~+/=-]{1,512})$/i.exec(value)?.[1] ?? null;
}

/** What is known of the address under which the program is reached, and of who else's pages may ask. */
export type Site = Pick<Config, 'publicUrl' | 'corsOrigins'>;

/** Where a room's screen asks: there its own cookie counts before a person's. */
export const SCREEN_GRAPHQL_PATH = '/screen/graphql';

/**
 * Whether a request comes from a page of this server, or from no page at all (other systems send no Origin). Only then does a cookie count: another site's
 * page cannot use somebody's session.
 */
export function isOwnOrigin(request: IncomingMessage, { publicUrl }: Pick<Site, 'publicUrl'>): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || origin === publicUrl) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Whether a page may ask at all: one of ours, or of an origin that the settings name. */
export function mayAsk(request: IncomingMessage, site: Site): boolean {
  return isOwnOrigin(request, site) || site.corsOrigins.includes(request.headers.origin ?? '');
}

/**
 * The token of a request: its Authorization header, else the cookie of a page of our own. Browsers send a screen's cookie below `/screen` alone; other programs
 * may bring it along anywhere, where it counts for want of a person's.
 */
export function tokenOf(request: IncomingMessage, site: Site): string | null {
  const bearer = bearerToken(request.headers.authorization);
  if (bearer !== null) return bearer;
  if (!isOwnOrigin(request, site)) return null;
  const { session, display } = tokensInCookies(request.headers.cookie, site);
  const isScreen = request.url?.split('?', 1)[0] === SCREEN_GRAPHQL_PATH;
  return isScreen ? (display ?? session) : (session ?? display);
}
