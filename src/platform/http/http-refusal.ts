import type { ErrorCode } from '../operations/mask-error';
import type { Localised } from '../lib/localised';

/** A request that never becomes an operation: its status, and what is said about it in the caller's language. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly localised: Localised,
    readonly code: ErrorCode = 'BAD_USER_INPUT',
  ) {
    super(localised.en);
    this.name = 'HttpRefusal';
  }
}
