import type { FieldNode } from 'graphql';
import type { Compiler } from './compiler';
import type { ArgumentValue } from '../lists/argument-value';
import { leafJson } from '../model/leaf-json';
import type { LeafField, ReadModel, ToOneField } from '../model/model';
import { orderClause, orderOf } from '../lists/order';
import { type PastTime, pastTime } from './past-time';
import { ReadError } from '../read-error';
import type { ReadableType } from '../model/registry';
import { jsonList, literal } from './sql-forms';
import { Scope } from './statement';
import { cutJsonList } from '../lists/truncation';

const MOST_CHANGES = 1_000;
const DEFAULT_CHANGES = 200;

/**
 * The rows of one type that differ between two moments. A row counts as there if who asks may see it by the rights of now, as it was then. Versions that
 * were made or ended since the first moment say which rows to look at; of each the row `b` before and `a` after, what differs (`d`), and what it is known by (`k`).
 */
export function changesJson(
  compiler: Compiler,
  given: ReadonlyMap<string, ArgumentValue>,
  nodes: readonly FieldNode[],
  scope: Scope,
): string {
  const type = compiler.model.registry.named(given.get('of')!.value as string)!;
  const size = sizeOf(given.get('first'));
  const { from, since, to } = momentsOf(given, scope);
  const id = `"${type.id.column}"`;
  const side = (alias: string, at: Scope) => `left join lateral (select v.* from ${at.table(type.table)} v
    where v.${id} = c.id and ${at.readable(type, 'v')}) ${alias} on true`;
  const order = orderOf(compiler.model, type, 'k', undefined, scope);
  return cutJsonList(
    columnsOf(compiler, type, nodes, scope),
    `from (select distinct h.${id} as id from "${type.table}_history" h where ${since('h')}) c
      ${side('b', from)} ${side('a', to)}
      cross join lateral (select ${differenceSql(compiler.model, type, from, to)} as fields offset 0) d
      cross join lateral (select ${knownBy(type)}) k
      where (b.${id} is null) <> (a.${id} is null)
        or b.${id} is not null and a.${id} is not null and (d.fields::text <> '[]' or ${relationsDiffer(type)})
      order by ${orderClause(order.keys)}`,
    size,
  );
}

interface Moments {
  readonly from: Scope;
  readonly since: PastTime['since'];
  readonly to: Scope;
}

function momentsOf(given: ReadonlyMap<string, ArgumentValue>, scope: Scope): Moments {
  const { statement, actor } = scope;
  const past = (cursor: ArgumentValue) => pastTime(statement, { cursor: (run) => cursor.read(run.variables) });
  const before = past(given.get('from')!);
  const from = new Scope(statement, actor, before);
  const to = given.get('to');
  if (to === undefined || to.value === null) return { from, since: before.since, to: scope };
  const after = past(to);
  statement.check(`${before.position} <= ${after.position}`, wrongOrder());
  return { from, since: before.since, to: new Scope(statement, actor, after) };
}

/**
 * JSON list of the exposed values that differ, as `name`, `before`, `after`. Values are equal when they print the same; a relation differs when it leads to
 * another row, not when that row has another code.
 */
function differenceSql(model: ReadModel, type: ReadableType, from: Scope, to: Scope): string {
  const values = exposedValues(model, type).map(([name, field], index) => {
    const value = (row: string, at: Scope) => `to_json(${leafJson(type, field, row, at)})`;
    return `(${index}, ${literal(name)}, ${value('b', from)}, ${value('a', to)}, true)`;
  });
  for (const [field, column] of storedRelations(model, type)) {
    const value = (row: string, at: Scope) => `to_json(${knownAs(model, field, `${row}."${column}"`, at)})`;
    const hasMoved = `b."${column}" is distinct from a."${column}"`;
    values.push(`(${values.length}, ${literal(field.name)}, ${value('b', from)}, ${value('a', to)}, ${hasMoved})`);
  }
  return jsonList(
    ['v.name', 'v.before', 'v.after'],
    `from (values ${values.join(', ')}) v (place, name, before, after, has_moved)
      where v.has_moved and v.before::text is distinct from v.after::text order by v.place`,
  );
}

/** Stored values of a type that clients can read, by name; members of embedded values as `source.note`. */
function exposedValues(model: ReadModel, type: ReadableType): [string, LeafField][] {
  return [...model.of(type).values()].flatMap((field): [string, LeafField][] => {
    if (field.kind === 'leaf') return field.isStored && field.name !== 'id' ? [[field.name, field]] : [];
    if (field.kind !== 'object' || field.json !== null) return [];
    return [...field.members.values()].map((member) => [`${field.name}.${member.name}`, member]);
  });
}

/** Relations that clients can follow and whose ids the row holds, each with its column. */
function storedRelations(model: ReadModel, type: ReadableType): [ToOneField, string][] {
  return [...model.of(type).values()].flatMap((field): [ToOneField, string][] => {
    if (field.kind !== 'toOne') return [];
    const idProperty = type.toOne.get(field.name)?.idProperty;
    const column = idProperty === undefined ? undefined : type.stored.get(idProperty)?.column;
    return column === undefined ? [] : [[field, column]];
  });
}

/** What a row that a relation leads to is known by: its code, else its id; null where it is none that may be seen. */
function knownAs(model: ReadModel, { to }: ToOneField, id: string, at: Scope): string {
  const row = at.statement.alias('l');
  const code = model.of(to).get('code');
  const known = code?.kind === 'leaf' ? code.sql(row, at) : `'${to.options.prefix}_' || ${row}."${to.id.column}"`;
  return `(select ${known} from ${at.rows(to)} ${row} where ${row}."${to.id.column}" = ${id} and ${at.readable(to, row)})`;
}

/** Whether the row leads to other rows than before, even if neither may be seen: a change without a value. */
function relationsDiffer(type: ReadableType): string {
  const columns = [...type.toOne.values()].flatMap(({ idProperty }) => type.stored.get(idProperty)?.column ?? []);
  const row = (alias: string) => `row(${columns.map((column) => `${alias}."${column}"`).join(', ')})`;
  return columns.length === 0 ? 'false' : `${row('b')} is distinct from ${row('a')}`;
}

/** What a row is known and sorted by: as it is after, or was before it went. None of it is ever empty. */
function knownBy(type: ReadableType): string {
  const paths = [
    type.id.path,
    ...type.options.orderBy.map((path) => path.replace(/^-/, '')),
    codeOf(type) ?? [],
  ].flat();
  return [...new Set(paths)]
    .map((path) => `"${type.stored.get(path)!.column}"`)
    .map((column) => `coalesce(a.${column}, b.${column}) as ${column}`)
    .join(', ');
}

/** The property by which people know a row, if there is one. */
function codeOf(type: ReadableType): string | null {
  return type.options.one?.by ?? (type.stored.has('code') ? 'code' : null);
}

function columnsOf(compiler: Compiler, type: ReadableType, nodes: readonly FieldNode[], scope: Scope): string[] {
  const id = `"${type.id.column}"`;
  const code = codeOf(type);
  const values: Readonly<Record<string, (below: readonly FieldNode[]) => string>> = {
    __typename: () => `'Change'::text`,
    id: () => scope.globalId(type.options.prefix, `k.${id}`),
    kind: () => `(case when b.${id} is null then 'ADDED' when a.${id} is null then 'REMOVED' else 'CHANGED' end)`,
    code: () => (code === null ? 'null::text' : `k."${type.stored.get(code)!.column}"`),
    fields: (below) => fieldsJson(compiler, below),
  };
  const selections = compiler.collector.below(compiler.objectType('Change'), nodes);
  return [...selections].map(([key, below]) => `${values[below[0]!.name.value]!(below)} as "${key}"`);
}

function fieldsJson(compiler: Compiler, nodes: readonly FieldNode[]): string {
  const selections = compiler.collector.below(compiler.objectType('FieldChange'), nodes);
  const columns = [...selections].map(([key, below]) => {
    const name = below[0]!.name.value;
    return `${name === '__typename' ? `'FieldChange'::text` : `e.v->${literal(name)}`} as "${key}"`;
  });
  return jsonList(columns, 'from json_array_elements(d.fields) with ordinality e (v, n) order by e.n');
}

function sizeOf(first: ArgumentValue | undefined): number {
  const size = typeof first?.value === 'number' ? first.value : DEFAULT_CHANGES;
  if (size >= 0 && size <= MOST_CHANGES) return size;
  throw new ReadError('BAD_USER_INPUT', {
    vi: `\`first\` phải từ 0 đến ${MOST_CHANGES}, không phải ${size}.`,
    en: `\`first\` must be 0 to ${MOST_CHANGES}, not ${size}.`,
  });
}

function wrongOrder(): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: '`from` phải không muộn hơn `to` trong nhật ký.',
    en: '`from` must not lie after `to` in the log.',
  });
}
