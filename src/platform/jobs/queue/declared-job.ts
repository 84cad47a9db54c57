import type { Transaction } from '../../database/transaction';
import type { EventDraft } from '../../event-log/event-draft';
import type { EventType } from '../../event-log/event-types';
import type { CalendarDate } from '../../lib/calendar-date';

/** What a job works with. */
export interface JobContext {
  /** The programme's moment and date when it was begun. */
  readonly now: Date;
  readonly today: CalendarDate;
  /** Runs one transaction: rows and the events that tell of them, or nothing. */
  write<Result>(work: (writing: JobWriting) => Promise<Result>): Promise<Result>;
}

/** A transaction of a job. */
export interface JobWriting {
  readonly tx: Transaction;
  /** States what happened; nobody did it. */
  append(event: Omit<EventDraft, 'occurredAt' | 'actor'>): void;
}

/**
 * Work that follows from events and that nobody waits for. It may be done more than once and by several processes at a time, and a process may end in the midst
 * of it: what it writes must be the same then.
 */
export interface DeclaredJob {
  /** In camel case, as commands are named. */
  readonly name: string;
  /** Types of the events that lead to it. */
  readonly after: readonly EventType[];
  run(context: JobContext): Promise<void>;
}
