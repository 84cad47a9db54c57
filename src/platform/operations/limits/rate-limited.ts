import type { Localised } from '../../lib/localised';
import { ReadError } from '../../reader/read-error';

/** What clients may read of a limit that they have reached, as `extensions` of the error. */
export interface ReachedLimit {
  /** Name of the limit. */
  readonly limit: string;
  readonly value: number;
  /** Seconds after which there is room again; absent where that depends on the client alone. */
  readonly retryAfter?: number;
}

/** A limit on how much is asked: names it, and when or how to go on. Becomes a top-level RATE_LIMITED; over HTTP 429 with Retry-After. */
export class RateLimited extends ReadError {
  constructor(
    readonly reached: ReachedLimit,
    localised: Localised,
  ) {
    super('RATE_LIMITED', localised);
    this.name = 'RateLimited';
  }
}
