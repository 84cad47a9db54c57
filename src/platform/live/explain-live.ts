import type { LiveCounts } from './live-counts';
import type { GroupName } from './group-name';
import type { GroupState } from './live-group';

/** A live query as operators see it. */
export interface ExplainedQuery extends GroupName, GroupState {}

/** Streams of one selection and filter as operators see them. */
export interface ExplainedStream extends GroupName {
  readonly members: number;
  readonly behind: number;
}

/** A connection as operators see it. */
export interface ExplainedConnection {
  readonly accountId: string;
  readonly displayName: string;
  readonly address: string;
  readonly operations: number;
  /** Bytes that the client has not taken, and for how long something has been waiting, in milliseconds. */
  readonly unsentBytes: number;
  readonly behindMs: number;
}

/** What one process delivers, to whom, and how far behind they are. */
export interface LiveExplanation {
  readonly process: number;
  readonly queries: readonly ExplainedQuery[];
  readonly streams: readonly ExplainedStream[];
  readonly connections: readonly ExplainedConnection[];
  readonly counts: Readonly<LiveCounts>;
}
