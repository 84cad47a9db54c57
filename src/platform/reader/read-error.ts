import type { Localised } from '../lib/localised';

/** A reading that cannot be answered as it was asked: becomes a top-level error with this code. */
export class ReadError extends Error {
  constructor(
    readonly code:
      'BAD_USER_INPUT' | 'QUERY_TOO_COMPLEX' | 'CURSOR_EXPIRED' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED',
    readonly localised: Localised,
    /** Response key of the root field that could not be answered, once known. */
    public path: readonly string[] | null = null,
    /** Other root fields of the same reading that could not be answered either. */
    readonly others: readonly ReadError[] = [],
  ) {
    super(localised.en);
    this.name = 'ReadError';
    // it tells the caller of a mistake, nobody looks for its line: writing out the stacks of 99 refused fields took 60 ms
    this.stack = `${this.name}: ${localised.en}`;
  }

  /** One error that stands for all of these. */
  static of([first, ...others]: readonly [ReadError, ...ReadError[]]): ReadError {
    return others.length === 0 ? first : new ReadError(first.code, first.localised, first.path, others);
  }
}

/**
 * Does the work for each part, and fails only when all have been tried: whoever asked for several things that cannot be answered hears of all of them at once.
 */
export function readEach<Part, Result>(parts: readonly Part[], read: (part: Part) => Result): Result[] {
  const failures: ReadError[] = [];
  const results: Result[] = [];
  for (const part of parts) {
    try {
      results.push(read(part));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      failures.push(error);
    }
  }
  throwAll(failures);
  return results;
}

/** The same for work that takes its time, one part after the other. */
export async function readEachInTurn<Part>(parts: readonly Part[], read: (part: Part) => Promise<void>): Promise<void> {
  const failures: ReadError[] = [];
  for (const part of parts) {
    try {
      await read(part);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      failures.push(error, ...error.others);
    }
  }
  throwAll(failures);
}

function throwAll([first, ...others]: readonly ReadError[]): void {
  if (first !== undefined) throw ReadError.of([first, ...others]);
}
