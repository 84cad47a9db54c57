import { isSupposedId, momentOfId, parseGlobalId, quotedIds } from '../../lib/global-id';
import type { ArgumentValue } from '../lists/argument-value';
import type { ReadableType, Registry } from '../model/registry';
import type { Supposition } from '../model/supposition';
import { ReadError } from '../read-error';
import { type PlannedSupposition, type VisibleRows, presentTime, Scope, Statement } from './statement';

/** Proposals that are supposed together, at most. */
const MOST = 100;

/** Notes in the statement that something is supposed, and on what its answer depends for that. */
export function planSupposition(
  declared: Supposition,
  given: ArgumentValue,
  { statement, actor }: Scope,
  registry: Registry,
): PlannedSupposition {
  const type = registry.of(declared.of);
  const asked = new Scope(new Statement(), actor, presentTime());
  const planned = {
    declared,
    key: statement.key!,
    ids: statement.once((run) => idsOf(declared, type, given.read(run.variables) as readonly string[])),
    visible: visibleRows(type, asked),
  };
  statement.suppositions.push(planned);
  holdsOnly(statement, [type.table, ...declared.tables, ...declared.follows, ...asked.statement.tags]);
  // what is carried out today may look at the date
  for (const tag of [...asked.statement.tags, ...declared.follows, 'today']) statement.tags.add(tag);
  return planned;
}

/** What was worked out earlier and does not hold any more. */
export const OVERTAKEN = new Error('What was supposed has been overtaken.');

/**
 * Demands that of what the changes follow from nothing was written after they were worked out: every write has an event, which is in the outbox from its commit until it is numbered, after all that were numbered before. So the
 * statement itself proves, in its own snapshot, that changes that were worked out earlier are those that would be worked out in it.
 */
function holdsOnly(statement: Statement, tags: readonly string[]): void {
  const at = statement.shared('supposed at', () => statement.bind((run) => run.supposedAt, 'bigint'));
  const touched = statement.bind(() => tags, 'text[]');
  const sql = `(${at} is null or (not exists (select from event_log e where e.position > ${at} and e.tags && ${touched})
    and not exists (select from outbox o where o.tags && ${touched})))`;
  statement.checks.push({ sql, error: OVERTAKEN });
}

/** The condition of the asker's rights is that of the reader, in a statement of its own. */
function visibleRows(type: ReadableType, scope: Scope): VisibleRows {
  const { statement } = scope;
  const ids = statement.bind(() => null, 'uuid[]');
  const from = `from ${scope.table(type.table)} r where r."${type.id.column}" = any(${ids})`;
  const text = `select r."${type.id.column}"::text as id ${from} and ${scope.readable(type, 'r')}`;
  return { text, slots: statement.slots.slice(1), prefix: type.options.prefix };
}

/** The ids of a list, each once, in its order. */
function idsOf({ argument }: Supposition, type: ReadableType, given: readonly string[]): readonly string[] {
  const ids = [...new Set(given)];
  const wrong = ids.filter((id) => parseGlobalId(id)?.prefix !== type.options.prefix);
  if (wrong.length > 0) throw noIds(argument, type, wrong);
  const elsewhere = ids.filter((id) => momentOfId(id) !== null || isSupposedId(id));
  if (elsewhere.length > 0) throw notOfPresent(argument, elsewhere);
  if (ids.length > MOST) throw tooMany(argument, ids.length);
  return ids.map((id) => parseGlobalId(id)!.uuid);
}

function noIds(argument: string, type: ReadableType, ids: readonly string[]): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`${argument}\` có ${quotedIds(ids)} không phải là mã định danh của ${type.options.title.vi}.`,
    en: `\`${argument}\` holds ${quotedIds(ids)}, which is no id of: ${type.options.title.en}.`,
  });
}

function notOfPresent(argument: string, ids: readonly string[]): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`${argument}\` có ${quotedIds(ids)} là mã của quá khứ hoặc của dữ liệu giả định. Hãy dùng mã hiện tại.`,
    en: `\`${argument}\` holds ${quotedIds(ids)}, an id of the past or of what was only supposed. Use the id of the present.`,
  });
}

function tooMany(argument: string, count: number): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`${argument}\` có ${count} mã, tối đa là ${MOST}. Hãy chia thành nhiều lần hỏi.`,
    en: `\`${argument}\` holds ${count} ids; ${MOST} are the most. Ask several times, for some of them each.`,
  });
}
