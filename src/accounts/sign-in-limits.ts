import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE = 60;
const QUARTER_OF_AN_HOUR = 900;

/** Sign-ins from one address. */
const ATTEMPTS = new RateLimiterMemory({ points: 60, duration: MINUTE });

/** Failed sign-ins for one e-mail from one address: a stranger elsewhere cannot lock its owner out. */
const FAILURES_HERE = new RateLimiterMemory({ points: 20, duration: QUARTER_OF_AN_HOUR });

/** Failed sign-ins for one e-mail from everywhere, against guessing by many machines. */
const FAILURES_ANYWHERE = new RateLimiterMemory({ points: 500, duration: QUARTER_OF_AN_HOUR });

/** A limit that stands in a sign-in's way: how many it allows within how many seconds, and when there is room again. */
export interface SignInLimit {
  readonly most: number;
  readonly within: number;
  readonly retryAfter: number;
}

/** A sign-in that may be tried: it counts as a failed one until it is known to be none, so that many at one moment are no way around. */
export interface Attempt {
  /** It was no failure: it takes nothing from the room for those. */
  takeBack(): Promise<void>;
}

/** Counts a sign-in; gives what it was counted as, or the limit that stands in its way. What may not be tried does not count. */
export async function countSignIn(address: string, email: string): Promise<Attempt | SignInLimit> {
  const counts = [
    { limiter: FAILURES_HERE, key: `${address} ${email}` },
    { limiter: FAILURES_ANYWHERE, key: email },
    { limiter: ATTEMPTS, key: address },
  ];
  const giveBack = async (first: number): Promise<void> => {
    for (const { limiter, key } of counts.slice(0, first)) await limiter.reward(key);
  };
  for (const [index, { limiter, key }] of counts.entries()) {
    const limit = await limiter.consume(key).then(() => null, limitOf(limiter));
    if (limit === null) continue;
    await giveBack(index + 1);
    return limit;
  }
  return { takeBack: () => giveBack(2) };
}

function limitOf({ points, duration }: RateLimiterMemory): (reason: unknown) => SignInLimit {
  return (reason) => {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    return { most: points, within: duration, retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)) };
  };
}
