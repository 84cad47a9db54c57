import type { EntityClass, Run } from './declarations';
import type { RowChanges } from './row-changes';

/** What is read while a supposition is worked out: everything from the snapshot in which the question is then answered. */
export interface SnapshotReads {
  /** Runs one statement that only reads; gives its rows. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Who supposes something, when, and what may be read for it. */
export interface Supposing {
  readonly run: Run;
  readonly reads: SnapshotReads;
}

/** A field of Query below which everything is answered as if some proposals had been carried out today; a domain declares what they would change. */
export interface Supposition {
  readonly field: string;
  readonly description: string;
  /** The argument: a list of ids of `of`. */
  readonly argument: string;
  readonly argumentDescription: string;
  readonly of: EntityClass;
  /** The tables whose rows may be changed; each has an `id`. */
  readonly tables: readonly string[];
  /** Tables that the changes follow from, beside that of the proposals: an event on one of them makes an answer be read anew. */
  readonly follows: readonly string[];
  /**
   * What the proposals would change together, in their order, none of them twice; all of them are there and may be read by who asks. Throws a `DomainError` for those
   * that cannot be supposed, e.g. since they are decided.
   */
  readonly changesOf: (ids: readonly string[], supposing: Supposing) => Promise<RowChanges>;
}
