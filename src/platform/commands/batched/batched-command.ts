import type { EventDraft } from '../../event-log/event-draft';
import type { Command } from '../command';
import type { AnsweredRows, AnsweredValues, CommandFace, Outcome } from '../command-face';

/**
 * The statements that commands of one kind share: one loads what all that wait are judged by, one writes what was decided. Both are parts that the kernel
 * puts together with what every command has: the remembered outcome, the events.
 */
export interface BatchedWrites {
  /** Of the kind, as statements and errors name it. */
  readonly name: string;
  /** What a command asks by, SQL types by the names of columns; the columns of `asked`. */
  readonly asked: Readonly<Record<string, string>>;
  /** From `asked`: what is judged by, joined so that there is one row for each that asks. */
  readonly from: string;
  /** Alias in `from` of the row by which commands of the kind take turns: whoever writes changes that very row, so that what was judged by it has not changed since. */
  readonly turn: string;
  /** What is loaded, SQL by the names of facts. */
  readonly facts: Readonly<Record<string, string>>;
  /** What a decision writes, SQL types by the names of columns; columns of `change`, beside `turn_id` and `version`. */
  readonly changed: Readonly<Record<string, string>>;
  /** An update of the row by which they take turns (`change.turn_id`, its xmin is `change.version`), whether anything about it changes or not; returns `change.n`. */
  readonly take: string;
  /** The other writes, by the names of their expressions, in an order in which one may use those before it. Each is for rows of `taken` alone, and joins it by `n`. */
  readonly writes: Readonly<Record<string, string>>;
}

/** What is decided on: who asks, and the moment, fixed for the whole command. */
export type Deciding = Pick<Command, 'actor' | 'now' | 'today'>;

/** What a command of the kind writes, what happened, and what it answers. */
export interface Decision<Written> {
  /** Values of the columns of `changed`. */
  readonly change: Readonly<Record<string, unknown>>;
  /** Tables in which it changes something: the tags of its event. */
  readonly touched: readonly string[];
  readonly event: Omit<EventDraft, 'occurredAt' | 'actor'>;
  /** What happened beside, to other things; told after it. */
  readonly further?: readonly FurtherEvent[];
  readonly written: Written;
}

/** Something that happened by the same decision to another thing. */
export interface FurtherEvent {
  readonly event: Omit<EventDraft, 'occurredAt' | 'actor'>;
  readonly touched: readonly string[];
}

/**
 * A command whose runs at the same moment share their statements and their commit. Rights and decision are functions of what was loaded: they read and write
 * nothing. One that is refused or fails does not touch the others.
 */
export interface BatchedDeclaration<
  Input extends object = object,
  Rows extends AnsweredRows = AnsweredRows,
  Values extends AnsweredValues = AnsweredValues,
  Facts extends object = object,
> extends CommandFace<Input, Rows, Values> {
  readonly writes: BatchedWrites;
  /** What is loaded for an input: values of the columns of `asked`. */
  asks(input: NoInfer<Input>, deciding: Deciding): Readonly<Record<string, unknown>>;
  /** Refuses who may not do it: by rights of the actor and of the owner, never by the state of a thing; asked before a retry gets its first answer. */
  rights(deciding: Deciding, input: NoInfer<Input>, facts: Facts): void;
  /** Refuses what may not be, or says what is written. The row by which commands take turns is there. */
  decide(deciding: Deciding, input: NoInfer<Input>, facts: Facts): Decision<Outcome<NoInfer<Rows>, NoInfer<Values>>>;
}

/** Declares such a command. */
export function defineBatchedCommand<
  Input extends object,
  Rows extends AnsweredRows,
  Facts extends object,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- most answer with rows alone
  Values extends AnsweredValues = {},
>(declaration: BatchedDeclaration<Input, Rows, Values, Facts>): BatchedDeclaration<Input, Rows, Values, Facts> {
  return declaration;
}
