import type { Actor } from '../access/actor';
import type { Transaction } from '../database/transaction';
import type { CalendarDate } from '../lib/calendar-date';
import type { Refusal } from '../lib/domain-error';

/**
 * A step on the way of a thing, which domains further right may hold up (Precondition) or follow (Reaction): they know of it, the other way round nobody does.
 * Made once, by the domain of the thing, which takes it; others name this very object, so that a misspelt step does not compile.
 */
export class Step {
  constructor(
    /** What it is called in an error, e.g. `Document.issue`. */
    readonly name: string,
  ) {}
}

/** What a domain demands before something of a domain on its left goes a step further. */
export interface Precondition {
  readonly steps: readonly Step[];
  /** What is missing, each with a way out that is open to the actor; nothing where the step may be taken. Called within the command's transaction. */
  readonly missing: (
    manager: Transaction['manager'],
    id: string,
    today: CalendarDate,
    actor: Actor,
  ) => Promise<readonly Refusal[]>;
}

/** What a domain does when something of a domain on its left has gone a step further, in the same transaction. */
export interface Reaction {
  readonly steps: readonly Step[];
  readonly react: (manager: Transaction['manager'], id: string) => Promise<void>;
}
