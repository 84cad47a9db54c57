import type { Operation } from 'rfc6902';
import { FeedError } from './feed-error';

/** An error of an answer, as it stands on the wire. */
export interface WireError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** What a `next` message brings: an answer, or only what is to be known about the answer that the client has. */
export interface WireResult<TData = unknown> {
  readonly data?: TData | null;
  readonly errors?: readonly WireError[];
  readonly extensions?: WireExtensions;
}

interface WireExtensions {
  /** Place of the answer in the log. */
  readonly cursor?: string;
  /** Equal hashes are equal answers. */
  readonly hash?: string;
  /** The answer that the client said it has still holds. */
  readonly unchanged?: boolean;
  /** Hash of the answer that the patch builds on. */
  readonly base?: string;
  /** The way from that answer to this one; its paths begin in `data`. */
  readonly patch?: readonly Operation[];
}

/** The first of the errors of an answer, for the caller. */
export function errorOf([error]: readonly WireError[]): FeedError {
  return new FeedError(error?.message ?? 'no answer', error?.extensions?.code ?? null);
}
