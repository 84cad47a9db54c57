import { DomainError } from '../lib/domain-error';
import { quotedIds, toGlobalId } from '../lib/global-id';
import type { RowChanges } from './model/row-changes';
import type { SnapshotReads } from './model/supposition';
import { ReadError, readEach, readEachInTurn } from './read-error';
import type { Plan } from './statement/plan';
import { OVERTAKEN } from './statement/plan-supposition';
import type { PlannedSupposition, RunValues } from './statement/statement';

/** What a plan supposes, worked out. */
export type Supposed = ReadonlyMap<PlannedSupposition, RowChanges>;

/** Works out what a plan supposes, from one snapshot: lists that are the same once. Throws BAD_USER_INPUT for what cannot be supposed. */
export async function suppose({ suppositions }: Plan, run: RunValues, reads: SnapshotReads): Promise<Supposed> {
  const known = new Map<string, RowChanges>();
  const supposed = new Map<PlannedSupposition, RowChanges>();
  await readEachInTurn(suppositions, async (planned) => {
    try {
      const { field } = planned.declared;
      const name = `${field} ${planned.ids(run).join(' ')}`;
      const changes = known.get(name) ?? (await changesOf(planned, run, reads));
      known.set(name, changes);
      supposed.set(planned, changes);
    } catch (error) {
      throw atKey(error, planned.key);
    }
  });
  return supposed;
}

/** Names what a plan supposes in a run: what is worked out for it depends on this, and on what is written. Throws BAD_USER_INPUT for what cannot be supposed. */
export function nameOfSupposed({ id, suppositions }: Plan, run: RunValues): string {
  const lists = readEach(suppositions, (planned) => {
    try {
      return planned.ids(run).join(' ');
    } catch (error) {
      throw atKey(error, planned.key);
    }
  });
  return [id, run.today, ...lists].join(';');
}

/** Whether a row proves that what was worked out before it was read still held. */
export function stillHeld({ checks }: Plan, columns: readonly unknown[]): boolean {
  return checks.every(({ column, error }) => error !== OVERTAKEN || columns[column] === true);
}

async function changesOf(planned: PlannedSupposition, run: RunValues, reads: SnapshotReads): Promise<RowChanges> {
  const { declared, visible } = planned;
  const ids = planned.ids(run);
  if (ids.length === 0) return {};
  const found = await reads.query<{ id: string }>(visible.text, [ids, ...visible.slots.map((slot) => slot(run))]);
  const there = new Set(found.map(({ id }) => id));
  const missing = ids.filter((id) => !there.has(id));
  if (missing.length > 0)
    throw notThere(declared.argument, quotedIds(missing.map((id) => toGlobalId(visible.prefix, id))));
  const changes = await declared.changesOf(ids, { run, reads });
  const beyond = Object.keys(changes).filter((table) => !declared.tables.includes(table));
  if (beyond.length > 0) throw new Error(`${declared.field} does not declare that it changes ${beyond.join(', ')}.`);
  return changes;
}

/** What a domain refuses is a question that cannot be answered as it was asked. */
function atKey(error: unknown, key: string): unknown {
  if (error instanceof ReadError) error.path ??= [key];
  if (!(error instanceof DomainError)) return error;
  const [first, ...others] = error.refusals.map(({ message }) => new ReadError('BAD_USER_INPUT', message, [key]));
  return ReadError.of([first!, ...others]);
}

function notThere(argument: string, ids: string): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`${argument}\` có ${ids} không tồn tại hoặc bạn không được xem. Hãy bỏ đi rồi hỏi lại.`,
    en: `\`${argument}\` holds ${ids}, which is not there or not visible to you. Leave it out and ask again.`,
  });
}
