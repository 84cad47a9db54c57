import type { Localised } from '../lib/localised';

/** A reading that cannot be answered as it was asked: becomes a top-level error with this code. */
export class ReadError extends Error {
  constructor(
    readonly code: 'BAD_USER_INPUT' | 'QUERY_TOO_COMPLEX' | 'CURSOR_EXPIRED' | 'UNAUTHENTICATED' | 'FORBIDDEN',
    readonly localised: Localised,
    /** Response key of the root field that could not be answered, once known. */
    public path: readonly string[] | null = null,
  ) {
    super(localised.en);
    this.name = 'ReadError';
    // it tells the caller of a mistake, nobody looks for its line: writing out the stacks of 99 refused fields took 60 ms
    this.stack = `${this.name}: ${localised.en}`;
  }
}
