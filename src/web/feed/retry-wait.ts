const LONGEST_MS = 30_000;
const JITTER_MS = 1_000;

/** How long to wait before try number `retries` (from 0): 1, 2, 4 … at most 30 s, and up to a second more so that clients do not come back in step. */
export function retryWaitMs(retries: number, random: () => number = Math.random): number {
  return Math.min(LONGEST_MS, 1_000 * 2 ** Math.min(retries, 10)) + Math.floor(random() * JITTER_MS);
}
