/** What went wrong with a subscription; the subscription goes on by itself. */
export class FeedError extends Error {
  override readonly name: string = 'FeedError';

  constructor(
    message: string,
    /** The server's code, for instance `FORBIDDEN`; null where it gave none. */
    readonly code: string | null = null,
  ) {
    super(message);
  }
}

/** An event came that does not follow the one before it: something was lost on the way. It is asked for again. */
export class GapError extends FeedError {
  override readonly name = 'GapError';

  constructor(
    /** Cursor of the last event that was delivered. */
    readonly expected: string,
    /** Cursor that the event names as the one before it. */
    readonly previous: string | null,
    /** Cursor of the event. */
    readonly cursor: string,
  ) {
    super(`event ${cursor} follows ${previous ?? 'nothing'} and not ${expected}`, 'GAP');
  }
}
