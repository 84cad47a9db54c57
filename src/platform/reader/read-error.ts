import type { Localised } from '../lib/localised';

/** A reading that cannot be answered as it was asked: becomes a top-level error with this code. */
export class ReadError extends Error {
  constructor(
    readonly code:
      'BAD_USER_INPUT' | 'QUERY_TOO_COMPLEX' | 'CURSOR_EXPIRED' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED',
    readonly localised: Localised,
    /** Response key of the root field that could not be answered, once known. */
    public path: readonly string[] | null = null,
  ) {
    super(localised.en);
    this.name = 'ReadError';
  }
}
