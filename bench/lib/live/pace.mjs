/**
 * How long a run takes. `mostMs`: what the rounds of one contender may take before the others go on without it; it has had at least one. `mostOfChange`: seconds
 * until everybody has a change, beyond which a contender is left out.
 */
export const LIVE_FULL = {
  rounds: 5,
  windowMs: 2_000,
  warmMs: 1_000,
  pacedRounds: 3,
  pacedChanges: 40,
  mostMs: 20_000,
  mostOfChange: 6,
};
export const LIVE_QUICK = {
  rounds: 3,
  windowMs: 400,
  warmMs: 250,
  pacedRounds: 1,
  pacedChanges: 15,
  mostMs: 2_000,
  mostOfChange: 1.2,
};

/** Subscribers with --quick: no more than these. */
export const MOST_QUICK = 1_000;

/** Changes a second while latency is measured. */
export const PER_SECOND = 10;
