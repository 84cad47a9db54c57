/** Why a request brought no data: no answer at all, nobody signed in, or an answer that refuses. */
export type FailureKind = 'network' | 'unauthenticated' | 'refused';

/** A request to the server that brought no data. The message is the server's, in the page's language, where it answered. */
export class RequestFailed extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly code: string | null = null,
  ) {
    super(message);
    this.name = 'RequestFailed';
  }
}
