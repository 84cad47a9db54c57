import { createHash, randomBytes } from 'node:crypto';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { AccessToken } from './access-token.entity';

const DAY_MS = 86_400_000;

/** How long a session lasts, and how long a screen's link: real time. */
export const SESSION_DAYS = 7;
export const DISPLAY_DAYS = 366;

/** What is stored of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Makes a token for an account. The token itself is returned once and stored nowhere. */
export async function issueToken(
  manager: EntityManager,
  accountId: string,
  days: number,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
  const row = await manager.save(AccessToken, {
    accountId,
    tokenHash: tokenHash(token),
    createdAt,
    expiresAt,
    revokedAt: null,
  });
  return { id: row.id, token, expiresAt };
}

/** Revokes one token, or all of an account, but for one that stays where it is named; what they opened ends. */
export async function revokeTokens(
  manager: EntityManager,
  which: { id: string } | { accountId: string; exceptId?: string },
): Promise<void> {
  const { exceptId = null, ...named } = { exceptId: undefined, ...which };
  const where = { ...named, revokedAt: IsNull(), ...(exceptId !== null && { id: Not(exceptId) }) };
  const tokens = await manager.find(AccessToken, { where, order: { id: 'ASC' } });
  for (const token of tokens) token.revokedAt = new Date();
  await manager.save(tokens);
}
