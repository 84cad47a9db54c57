import type { Actor } from '../access/actor';
import type { Transaction } from '../database/transaction';
import { appendEvent, type EventDraft } from '../event-log/append-event';
import { writeCursor } from '../event-log/log-cursor';
import { type CalendarDate, todayOf } from '../lib/clock';
import { DomainError, type Refusal } from '../lib/domain-error';
import type { CommandDeclaration } from './declared-command';
import { recall, remember, reserve } from './idempotency';
import type { OperationContext } from './operation-context';
import { refuseIdsOfPast } from './refuse-ids-of-past';
import { noticeOf } from './shown-once';
import type { Step } from './steps';
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

/** What a payload needs beside its own fields. */
export type Answered<Written> = Partial<Written> & { readonly cursor: string | null; readonly userErrors: UserError[] };

/**
 * Runs a mutation: checks its input, opens a transaction, lets the command decide and write, remembers the outcome under the idempotency key, commits, has
 * the events numbered. A refusal rolls everything back and comes out as `userErrors`; an id of the past is a mistake of the client, BAD_USER_INPUT.
 * `Written` holds ids and plain values only, so that a retry gets the first outcome whatever it selects: by the rights of now, and without what was shown once.
 */
export function runCommand<Input extends object, Written extends object>(
  context: OperationContext,
  mutation: string,
  input: Input,
  work: (command: Command, input: Input) => Promise<Written>,
): Promise<Answered<Written>> {
  return runAuthorised(context, mutation, input, () => undefined, work);
}

/** Runs a declared command; gives its payload. */
export async function runDeclared(
  context: OperationContext,
  { name, run, rights, secret }: CommandDeclaration,
  input: object,
): Promise<object> {
  const payload = await runAuthorised<object, object, unknown>(context, name, input, rights, run);
  return secret === undefined ? payload : { ...payload, notice: noticeOf(payload, secret, context.language) };
}

async function runAuthorised<Input extends object, Written extends object, Granted>(
  context: OperationContext,
  mutation: string,
  input: Input,
  rights: (asking: Asking, input: Input) => Promise<Granted> | Granted,
  work: (command: Command, input: Input, granted: Granted) => Promise<Written>,
): Promise<Answered<Written>> {
  const { actor, services } = context;
  refuseIdsOfPast(input);
  try {
    await validateInput(input);
    const { written, shown, txid } = await services.database.transaction(async (tx) => {
      const shown: Record<string, string> = {};
      const command = commandOf(context, tx, shown);
      const key = (input as { idempotencyKey?: string | null }).idempotencyKey ?? null;
      const scope = { accountId: actor.accountId, mutation, key };
      const isFirst = key === null || (await reserve(tx, scope, input));
      const granted = await rights(command, input);
      if (!isFirst) return { ...(await recall<Written>(tx, scope, input)), shown };
      const outcome = await work(command, input, granted);
      const id = key === null ? await tx.id() : await remember(tx, scope, outcome);
      return { written: outcome, shown, txid: id };
    }, actor.accountId);
    const committedAt = performance.now();
    await services.log.sequence();
    services.noteStage('numbered', performance.now() - committedAt);
    return { ...written, ...shown, cursor: writeCursor(await services.log.cursorOf(txid)), userErrors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...(error.current as Partial<Written>), cursor: null, userErrors: toUserErrors(error, context.language) };
  }
}

function commandOf(context: OperationContext, tx: Transaction, shown: Record<string, string>): Command {
  const { actor, services } = context;
  const now = services.clock.now();
  const today = todayOf({ now: () => now });
  return {
    tx,
    actor,
    now,
    today,
    append: (event) => appendEvent(tx, { ...event, occurredAt: now, actor }),
    missing: async (step, id) => {
      const refusals: Refusal[] = [];
      for (const { steps, missing } of services.preconditions) {
        if (steps.includes(step)) refusals.push(...(await missing(tx.manager, id, today, actor)));
      }
      return refusals;
    },
    react: async (step, id) => {
      for (const { steps, react } of services.reactions) if (steps.includes(step)) await react(tx.manager, id);
    },
    showOnce: (secrets) => void Object.assign(shown, secrets),
  };
}
