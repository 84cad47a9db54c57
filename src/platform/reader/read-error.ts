import type { Localised } from '../lib/localised';

/** A reading that cannot be answered as it was asked: becomes a top-level error with this code. */
export class ReadError extends Error {
  constructor(
    readonly code: 'BAD_USER_INPUT' | 'QUERY_TOO_COMPLEX' | 'CURSOR_EXPIRED' | 'UNAUTHENTICATED' | 'FORBIDDEN',
    readonly localised: Localised,
  ) {
    super(localised.en);
    this.name = 'ReadError';
  }
}
