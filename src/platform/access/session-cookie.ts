/** Cookies in which pages keep who they are: people's, and that of a room's screen, which one browser may hold side by side. */
const SESSION = 'tiendo_session';
const DISPLAY = 'tiendo_screen';

/**
 * Scripts cannot read them, other sites cannot send them. A screen's goes to the screen's page and its endpoint alone: whoever signs in or out on the other
 * pages of that browser changes nothing about the wall.
 */
const SESSION_ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Strict';
const DISPLAY_ATTRIBUTES = 'Path=/screen; HttpOnly; SameSite=Strict';

/** Where the program is reached, as far as cookies care. */
interface Site {
  /** Its origin; null: whatever address people use. */
  readonly publicUrl: string | null;
}

/** The tokens in a request's cookies. */
interface CookieTokens {
  readonly session: string | null;
  readonly display: string | null;
}

/** The cookie of a person's session. */
export function sessionCookie(token: string, expiresAt: Date, site: Site): string {
  return `${sessionName(site)}=${token}; ${SESSION_ATTRIBUTES}${secure(site)}; Expires=${expiresAt.toUTCString()}`;
}

/** The cookie that ends one. */
export function endedSessionCookie(site: Site): string {
  return `${sessionName(site)}=; ${SESSION_ATTRIBUTES}${secure(site)}; Max-Age=0`;
}

/** The cookie of a room's screen. */
export function displayCookie(token: string, expiresAt: Date, site: Site): string {
  return `${DISPLAY}=${token}; ${DISPLAY_ATTRIBUTES}${secure(site)}; Expires=${expiresAt.toUTCString()}`;
}

/** The tokens in a Cookie header. */
export function tokensInCookies(header: string | undefined, site: Site): CookieTokens {
  const values = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    // of two with one name the first has the longer path: it is meant
    if (value !== undefined && value !== '' && !values.has(name!)) values.set(name!, value);
  }
  return { session: values.get(sessionName(site)) ?? null, display: values.get(DISPLAY) ?? null };
}

/** The prefix makes browsers take the cookie from this very host over https alone: no neighbour under the same domain can plant one. */
function sessionName(site: Site): string {
  return isHttps(site) ? `__Host-${SESSION}` : SESSION;
}

function secure(site: Site): string {
  return isHttps(site) ? '; Secure' : '';
}

function isHttps({ publicUrl }: Site): boolean {
  return publicUrl?.startsWith('https:') === true;
}
