import type { Actor } from '../access/actor';
import type { Transaction } from '../database/transaction';
import type { EventDraft } from '../event-log/event-draft';
import type { CalendarDate } from '../lib/calendar-date';
import type { Refusal } from '../lib/domain-error';
import type { Step } from './steps';

/** What a command works with. */
export interface Command {
  readonly tx: Transaction;
  readonly actor: Actor;
  /** The programme's moment and date, fixed for the whole command. */
  readonly now: Date;
  readonly today: CalendarDate;
  /** The address from which it came. */
  readonly address: string;
  /** States what happened; numbered after the commit. */
  append(event: Omit<EventDraft, 'occurredAt' | 'actor'>): void;
  /** What domains further right find missing for a step of the row with this id. */
  missing(step: Step, id: string): Promise<readonly Refusal[]>;
  /** Lets domains further right do what follows from a step of the row with this id; call it when the row is saved. */
  react(step: Step, id: string): Promise<void>;
  /** Answers a secret (a password, a link) this once: it is remembered under no key and comes out of no retry. State an event beside it. */
  showOnce(secrets: Readonly<Record<string, string>>): void;
}

/** Who asks, and where rights are looked up: nothing is written. */
export type Asking = Pick<Command, 'tx' | 'actor' | 'today'>;

/**
 * Refuses who has no right to what an input asks for: rights of the actor and of the owner, never the state of a thing. Asked before a remembered answer is
 * given, so that whoever has lost a right gets nothing by a retry, while what is done already answers whoever may still do it.
 */
export type Authorise<Input, Granted = void> = (asking: Asking, input: Input) => Promise<Granted> | Granted;
