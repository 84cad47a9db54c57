import { DomainError } from '../../lib/domain-error';
import type { CommandContext } from '../command-context';
import { keyOfInput } from '../idempotency';
import { toUserErrors, type UserError } from '../user-error';
import type { ManyDeclaration } from './many-command';
import { runBatched } from './run-batched';

/** What came of one thing: the ids of what a payload shows of it, and why it was refused. */
type Result = Readonly<Record<string, unknown>> & { readonly userErrors: UserError[] };

/** What came of all things, in the order of the input; and what was written, by transaction and row. */
export interface ManyResults {
  readonly results: readonly Result[];
  readonly written: readonly { readonly txid: string; readonly subjectId: string }[];
}

type Written = Awaited<ReturnType<typeof runBatched>>;

/** Runs a command on each of many things, each once however often it is named. Something that fails by a fault of the server's fails the whole once all the others are settled. */
export async function runMany(context: CommandContext, declared: ManyDeclaration, input: object): Promise<ManyResults> {
  const { each, list, name } = declared;
  const { [list.field]: listed, ...shared } = input as Record<string, unknown>;
  const things = listed as readonly string[];
  const key = keyOfInput(input);
  const ownNamed = { ...each, name };
  const runs = new Map<string, Promise<Written>>();
  for (const thing of things) {
    const own = { ...shared, [list.one]: thing, idempotencyKey: key === null ? null : `${key} ${thing}` };
    if (!runs.has(thing)) runs.set(thing, runBatched(context, ownNamed, own));
  }
  const settled = new Map(
    await Promise.all([...runs].map(async ([thing, run]) => [thing, await outcomeOf(run)] as const)),
  );
  const fault = [...settled.values()].find((outcome) => 'fault' in outcome);
  if (fault !== undefined) throw fault.fault;
  const outcomes = things.map((thing) => settled.get(thing)!);
  return {
    results: outcomes.map((outcome, index) => {
      if (!('refusal' in outcome)) return { ...(outcome as Written).written, userErrors: [] };
      const { refusal } = outcome;
      const userErrors = toUserErrors(refusal, context.language).map((error) => ({
        ...error,
        path: error.path.flatMap((part) => (part === list.one ? [list.field, String(index)] : [part])),
      }));
      return { ...refusal.current, userErrors };
    }),
    written: [...settled.values()].flatMap((outcome) => ('txid' in outcome ? [outcome] : [])),
  };
}

async function outcomeOf(run: Promise<Written>): Promise<Written | { refusal: DomainError } | { fault: unknown }> {
  try {
    return await run;
  } catch (error) {
    return error instanceof DomainError ? { refusal: error } : { fault: error };
  }
}
