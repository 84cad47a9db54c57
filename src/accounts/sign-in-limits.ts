import { RateLimiterMemory } from 'rate-limiter-flexible';

const MINUTE = 60;
const QUARTER_OF_AN_HOUR = 900;

/** Sign-ins from one address. */
const ATTEMPTS = new RateLimiterMemory({ points: 60, duration: MINUTE });

/** Failed sign-ins for one e-mail from one address: a stranger elsewhere cannot lock its owner out. */
const FAILURES_HERE = new RateLimiterMemory({ points: 20, duration: QUARTER_OF_AN_HOUR });

/** Failed sign-ins for one e-mail from everywhere, against guessing by many machines. */
const FAILURES_ANYWHERE = new RateLimiterMemory({ points: 500, duration: QUARTER_OF_AN_HOUR });

/** Whether a sign-in may be tried; counts it. */
export async function maySignIn(address: string, email: string): Promise<boolean> {
  const here = await FAILURES_HERE.get(`${address} ${email}`);
  const anywhere = await FAILURES_ANYWHERE.get(email);
  if (here?.remainingPoints === 0 || anywhere?.remainingPoints === 0) return false;
  return ATTEMPTS.consume(address).then(
    () => true,
    () => false,
  );
}

/** Counts a failed sign-in. */
export async function noteFailure(address: string, email: string): Promise<void> {
  await FAILURES_HERE.consume(`${address} ${email}`).catch(() => undefined);
  await FAILURES_ANYWHERE.consume(email).catch(() => undefined);
}
