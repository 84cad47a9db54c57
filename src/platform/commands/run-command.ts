import type { Transaction } from '../database/transaction';
import { appendEvent } from '../event-log/append-event';
import { writeCursor } from '../event-log/log-cursor';
import { todayOf } from '../lib/clock';
import { DomainError, type Refusal } from '../lib/domain-error';
import type { Asking, Command } from './command';
import type { CommandContext } from './command-context';
import type { ManyDeclaration } from './batched/many-command';
import { runMany } from './batched/run-many';
import { runBatched } from './batched/run-batched';
import type { DeclaredCommand } from './declared-command';
import { keyOfInput, recall, remembering, reservation } from './idempotency';
import { refuseIdsNotOfNow } from './refuse-ids-not-of-now';
import { noticeOf } from './shown-once';
import { toUserErrors, type UserError } from './user-error';
import { validateInput } from './validate-input';

const OWN_TXID = 'select pg_current_xact_id()::text as txid';

/** What a payload needs beside its own fields. */
export type Answered<Written> = Partial<Written> & { readonly cursor: string | null; readonly userErrors: UserError[] };

/**
 * Runs a mutation: checks its input, opens a transaction, lets the command decide and write, remembers the outcome under the idempotency key, commits, has
 * the events numbered. A refusal rolls everything back and comes out as `userErrors`; an id of the past is a mistake of the client, BAD_USER_INPUT.
 * `Written` holds ids and plain values only, so that a retry gets the first outcome whatever it selects: by the rights of now, and without what was shown once.
 */
export function runCommand<Input extends object, Written extends object>(
  context: CommandContext,
  mutation: string,
  input: Input,
  work: (command: Command, input: Input) => Promise<Written>,
): Promise<Answered<Written>> {
  return runAuthorised(context, mutation, input, () => undefined, work);
}

/** Runs a declared command; gives its payload. */
export async function runDeclared(context: CommandContext, declared: DeclaredCommand, input: object): Promise<object> {
  if ('each' in declared) return runEach(context, declared, input);
  if ('writes' in declared) return answering(context, input, () => runBatched(context, declared, input));
  const { name, run, rights, secret } = declared;
  const payload = await runAuthorised<object, object, unknown>(context, name, input, rights, run);
  return secret === undefined ? payload : { ...payload, notice: noticeOf(payload, secret, context.language) };
}

/** The payload of a command on many things: a result for each; its cursor is the last place in the log of what they wrote. */
async function runEach(context: CommandContext, declared: ManyDeclaration, input: object): Promise<object> {
  const { services, language } = context;
  refuseIdsNotOfNow(input);
  try {
    await validateInput(input);
    const { results, written } = await runMany(context, declared, input);
    if (written.length === 0) return { results, cursor: null, userErrors: [] };
    await services.log.sequence();
    return { results, cursor: writeCursor(await services.log.lastCursorOf(written)), userErrors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { results: [], cursor: null, userErrors: toUserErrors(error, language) };
  }
}

async function runAuthorised<Input extends object, Written extends object, Granted>(
  context: CommandContext,
  mutation: string,
  input: Input,
  rights: (asking: Asking, input: Input) => Promise<Granted> | Granted,
  work: (command: Command, input: Input, granted: Granted) => Promise<Written>,
): Promise<Answered<Written>> {
  const { actor, services } = context;
  const key = keyOfInput(input);
  const scope = { accountId: actor.accountId, mutation, key };
  const opening = key === null ? null : reservation(scope, input);
  const run = async (tx: Transaction): Promise<Committed<Written>> => {
    const shown: Record<string, string> = {};
    const command = commandOf(context, tx, shown);
    const granted = await rights(command, input);
    if (key !== null && tx.opened.length === 0) return { ...(await recall<Written>(tx, scope, input)), shown };
    const outcome = { written: await work(command, input, granted), shown, txid: '' };
    tx.beforeCommit(() => ({
      text: key === null ? OWN_TXID : remembering(scope, outcome.written),
      found: ([row]) => (outcome.txid = (row as { txid: string }).txid),
    }));
    return outcome;
  };
  return answering(context, input, () => services.database.transaction(run, { owner: actor.accountId, opening }));
}

/** What a command has committed. */
interface Committed<Written> {
  readonly written: Written;
  /** Shown this once, never remembered. */
  readonly shown?: object;
  readonly txid: string;
  /** The row that its one event is about, where others have committed with it. */
  readonly subjectId?: string;
}

/** Checks an input, has it worked on, and answers: what was committed, numbered by then, or what was refused. */
async function answering<Written extends object>(
  context: CommandContext,
  input: object,
  work: () => Promise<Committed<Written>>,
): Promise<Answered<Written>> {
  const { services, language } = context;
  refuseIdsNotOfNow(input);
  try {
    await validateInput(input);
    const { written, shown, txid, subjectId } = await work();
    const committedAt = performance.now();
    await services.log.sequence();
    services.noteStage('numbered', performance.now() - committedAt);
    const cursor = writeCursor(await services.log.cursorOf(txid, subjectId));
    return { ...written, ...shown, cursor, userErrors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.retryAfter !== undefined) context.retryAfter = error.retryAfter;
    return { ...(error.current as Partial<Written>), cursor: null, userErrors: toUserErrors(error, language) };
  }
}

function commandOf(context: CommandContext, tx: Transaction, shown: Record<string, string>): Command {
  const { actor, services, origin } = context;
  const now = services.clock.now();
  const today = todayOf({ now: () => now });
  return {
    tx,
    actor,
    now,
    today,
    address: origin.address,
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
