import { hash, verify } from '@node-rs/argon2';

// OWASP's argon2id settings: 19 MiB, two passes, one lane
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// verified against when there is no such account, so that both answers take the same time
const NOBODY = hash('nobody has this password', COST);

/** Hash of a password by argon2id, with its salt and settings inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether a password is the one of a hash. Without a hash (no such account) it takes as long and says no. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await NOBODY), password);
  return matches && passwordHash !== null;
}
