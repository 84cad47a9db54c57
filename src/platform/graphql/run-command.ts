import type { Actor } from '../access/actor';
import type { Transaction } from '../database/transaction';
import { appendEvent, type EventDraft } from '../event-log/append-event';
import { writeCursor } from '../event-log/log-cursor';
import { type CalendarDate, todayOf } from '../lib/clock';
import { DomainError, type Refusal } from '../lib/domain-error';
import type { EntityClass } from '../reader/declarations';
import { recallOrReserve, remember } from './idempotency';
import type { OperationContext } from './operation-context';
import { refuseIdsOfPast } from './refuse-ids-of-past';
import { toUserErrors, type UserError } from './user-error';
import { validateInput } from './validate-input';

/** What a command works with. */
export interface Command {
  readonly tx: Transaction;
  readonly actor: Actor;
  /** The programme's moment and date, fixed for the whole command. */
  readonly now: Date;
  readonly today: CalendarDate;
  /** States what happened; numbered after the commit. */
  append(event: Omit<EventDraft, 'occurredAt' | 'actor'>): void;
  /** What domains further right find missing for a step of this row. */
  missing(of: EntityClass, step: string, id: string): Promise<readonly Refusal[]>;
  /** Lets domains further right do what follows from a step of this row; call it when the row is saved. */
  follow(of: EntityClass, step: string, id: string): Promise<void>;
}

/** What a payload needs beside its own fields. */
export type Answered<Written> = Partial<Written> & { readonly cursor: string | null; readonly userErrors: UserError[] };

/**
 * Runs a mutation: checks its input, opens a transaction, lets the command decide and write, remembers the outcome under the idempotency key, commits, has
 * the events numbered. A refusal rolls everything back and comes out as `userErrors`; an id of the past is a mistake of the client, BAD_USER_INPUT.
 * `Written` holds ids and plain values only, so that a retry gets the first outcome whatever it selects.
 */
export async function runCommand<Input extends object, Written extends object>(
  context: OperationContext,
  mutation: string,
  input: Input,
  work: (command: Command, input: Input) => Promise<Written>,
): Promise<Answered<Written>> {
  const { actor, services } = context;
  refuseIdsOfPast(input);
  try {
    await validateInput(input);
    const { written, txid } = await services.database.transaction(async (tx) => {
      const key = (input as { idempotencyKey?: string | null }).idempotencyKey ?? null;
      const scope = { accountId: actor.accountId, mutation, key };
      const first = key === null ? null : await recallOrReserve<Written>(tx, scope, input);
      if (first !== null) return first;
      const outcome = await work(commandOf(context, tx), input);
      const id = key === null ? await tx.id() : await remember(tx, scope, outcome);
      return { written: outcome, txid: id };
    }, actor.accountId);
    const committedAt = performance.now();
    await services.log.sequence();
    services.noteStage('numbered', performance.now() - committedAt);
    return { ...written, cursor: writeCursor(await services.log.cursorOf(txid)), userErrors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...(error.current as Partial<Written>), cursor: null, userErrors: toUserErrors(error, context.language) };
  }
}

function commandOf(context: OperationContext, tx: Transaction): Command {
  const { actor, services } = context;
  const now = services.clock.now();
  const today = todayOf({ now: () => now });
  return {
    tx,
    actor,
    now,
    today,
    append: (event) => appendEvent(tx, { ...event, occurredAt: now, actor }),
    missing: async (of, step, id) => {
      const refusals: Refusal[] = [];
      for (const gate of services.gates) {
        if (gate.of === of && gate.step === step) refusals.push(...(await gate.missing(tx.manager, id, today)));
      }
      return refusals;
    },
    follow: async (of, step, id) => {
      for (const follower of services.followers) {
        if (follower.of === of && follower.step === step) await follower.follow(tx.manager, id);
      }
    },
  };
}
