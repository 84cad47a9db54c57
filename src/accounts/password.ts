import { hash, verify } from '@node-rs/argon2';
import { Turns } from '../platform/lib/turns';

// OWASP's argon2id settings: 19 MiB, two passes, one lane
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// verified against when there is no such account, so that both answers take the same time
const NOBODY = hash('nobody has this password', COST);

/**
 * Passwords worked on at a time: each takes 19 MiB and a core for some 30 ms, and one of the four threads that files and names need, too. Addresses take turns, so that a flood from
 * one keeps nobody else from signing in; the limits on sign-ins bound what waits.
 */
const TURNS = new Turns({ atOnce: 2, perOwner: 1, mostWaiting: Infinity, sliceMs: null });

/** Hash of a password by argon2id, with its salt and settings inside. One keyboard writes ế as one sign, another as three: the hash is of NFC. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/**
 * Whether a password is the one of a hash, for somebody at an address, in whatever form it was typed; hashes from before there was one form are of either.
 * Without a hash (no such account) it takes as long and says no.
 */
export async function isPassword(password: string, passwordHash: string | null, address: string): Promise<boolean> {
  const turn = TURNS.take(address);
  try {
    if (turn.begun !== null) await turn.begun;
    const expected = passwordHash ?? (await NOBODY);
    const forms = [...new Set([password.normalize('NFC'), password.normalize('NFD')])];
    // one after the other whatever the first says, so that the time tells nothing; a password without accents has one form
    const answers: boolean[] = [];
    for (const form of forms) answers.push(await verify(expected, form));
    return answers.includes(true) && passwordHash !== null;
  } finally {
    turn.end();
  }
}
