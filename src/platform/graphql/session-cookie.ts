/** Name of the cookie in which pages keep their session. */
const SESSION_COOKIE = 'tiendo_session';

// scripts cannot read it, other sites cannot send it
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Strict';

/** The cookie of a session. */
export function sessionCookie(token: string, expiresAt: Date): string {
  return `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}; Expires=${expiresAt.toUTCString()}`;
}

/** The cookie that ends one. */
export function endedSessionCookie(): string {
  return `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
}

/** The session token in a Cookie header, if there is one. */
export function sessionTokenIn(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === SESSION_COOKIE && value !== undefined && value !== '') return value;
  }
  return null;
}
