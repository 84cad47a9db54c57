import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Sign-ins a minute from one address; and failed ones a quarter of an hour for one e-mail. */
const PER_ADDRESS = new RateLimiterMemory({ points: 60, duration: 60 });
const FAILURES_PER_EMAIL = new RateLimiterMemory({ points: 20, duration: 900 });

/** Whether a sign-in may be tried; counts it. */
export async function maySignIn(address: string, email: string): Promise<boolean> {
  const failures = await FAILURES_PER_EMAIL.get(email);
  if (failures !== null && failures.remainingPoints <= 0) return false;
  return PER_ADDRESS.consume(address).then(
    () => true,
    () => false,
  );
}

/** Counts a failed sign-in. */
export async function noteFailure(email: string): Promise<void> {
  await FAILURES_PER_EMAIL.consume(email).catch(() => undefined);
}
