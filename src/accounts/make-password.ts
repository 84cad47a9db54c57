import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AccountSecret } from './account-secret.entity';
import { hashPassword } from './password';

/** Makes up a password for an account, in place of the one that it had; it is given once and kept as a hash. */
export async function makePassword(manager: EntityManager, accountId: string): Promise<string> {
  const password = randomBytes(12).toString('base64url');
  await manager.save(AccountSecret, { accountId, passwordHash: await hashPassword(password) });
  return password;
}
