import { collationOfScalar } from '../statement/collation';
import type { ArgumentValue } from './argument-value';
import type { LeafField, ReadModel } from '../model/model';
import { ReadError } from '../read-error';
import type { ReadableType, StoredProperty } from '../model/registry';
import { literal } from '../statement/sql-forms';
import type { Scope } from '../statement/statement';

/** One key of a list's order; the last one is always the id, so that the order is total. */
export interface OrderKey {
  /** The value, without the collation that orders it. */
  readonly value: string;
  readonly collation: string;
  readonly direction: 'asc' | 'desc';
  readonly cast: string;
  /** Whether it can be empty: last ascending, first descending. */
  readonly isNullable: boolean;
  /** What names it among other orders. */
  readonly name: string;
}

/** An order, and the joins that its keys need beside the list's own table. */
export interface Order {
  readonly keys: readonly OrderKey[];
  readonly joins: string;
}

const MOST_KEYS = 8;
const DEEPEST = 3;

/** The order that a client asks for, else the type's own. */
export function orderOf(
  model: ReadModel,
  type: ReadableType,
  row: string,
  orderBy: ArgumentValue | undefined,
  scope: Scope,
): Order {
  const asked = orderBy?.value === null ? [] : (orderBy?.items() ?? []);
  if (asked.length > MOST_KEYS) throw tooMany(asked.length);
  const joins: string[] = [];
  const keys =
    asked.length === 0
      ? ownKeys(model, type, row)
      : asked.map((entry) => keyOf({ model, scope, joins }, type, row, entry, false, 1));
  const id = `${row}."${type.id.column}"`;
  if (!keys.some((key) => key.value === id)) {
    const direction = keys.at(-1)?.direction ?? 'asc';
    keys.push({ value: id, collation: '', direction, cast: type.id.sqlType, isNullable: false, name: 'id' });
  }
  return { keys, joins: joins.join(' ') };
}

/** Throws when a type's own order cannot be paged: its keys must be stored and never empty. */
export function assertOrderable(type: ReadableType): void {
  for (const entry of type.options.orderBy) ownProperty(type, entry);
}

/** `order by` of a list, or of the same list from its other end. */
export function orderClause(keys: readonly OrderKey[], reversed = false): string {
  return keys
    .map((key) => `${key.value}${key.collation} ${(key.direction === 'asc') !== reversed ? 'asc' : 'desc'}`)
    .join(', ');
}

/** Condition for rows strictly after a place (or, reversed, before it), given as placeholders of the keys' values. Empty values count as greatest. */
export function beyond(keys: readonly OrderKey[], bounds: readonly string[], reversed = false): string {
  const isPlain = keys.every((key) => !key.isNullable && key.direction === keys[0]!.direction);
  if (isPlain) {
    // one comparison of rows is what an index can begin at
    const comparison = (keys[0]!.direction === 'asc') !== reversed ? '>' : '<';
    const values = keys.map((key) => `${key.value}${key.collation}`);
    return `(${values.join(', ')}) ${comparison} (${bounds.join(', ')})`;
  }
  const alternatives = keys.map((key, index) => {
    const equal = keys
      .slice(0, index)
      .map((before, at) => `${before.value} ${before.isNullable ? 'is not distinct from' : '='} ${bounds[at]}`);
    const isUp = (key.direction === 'asc') !== reversed;
    return `(${[...equal, stepSql(key, bounds[index]!, isUp)].join(' and ')})`;
  });
  return `(${alternatives.join(' or ')})`;
}

function stepSql(key: OrderKey, bound: string, isUp: boolean): string {
  const value = `${key.value}${key.collation}`;
  if (!key.isNullable) return `${value} ${isUp ? '>' : '<'} ${bound}`;
  return isUp
    ? `(${value} > ${bound} or (${key.value} is null and ${bound} is not null))`
    : `(${value} < ${bound} or (${key.value} is not null and ${bound} is null))`;
}

function ownKeys(model: ReadModel, type: ReadableType, row: string): OrderKey[] {
  return type.options.orderBy.map((entry): OrderKey => {
    const { path, column, sqlType } = ownProperty(type, entry);
    const collation = sqlType === 'text' ? collationOfValues(path, model.leaf(type, path)) : '';
    const direction = entry.startsWith('-') ? 'desc' : 'asc';
    return { value: `${row}."${column}"`, collation, direction, cast: sqlType, isNullable: false, name: path };
  });
}

function ownProperty(type: ReadableType, entry: string): StoredProperty {
  const path = entry.replace(/^-/, '');
  const property = type.stored.get(path);
  if (property === undefined || property.isNullable) throw new Error(`${type.name} cannot be ordered by ${path}.`);
  return property;
}

/** Texts of people are sorted as people do; values of enums and periods are words that programs wrote. */
function collationOfValues(name: string, field: LeafField | undefined): string {
  return collationOfScalar(field?.leaf.name ?? 'String', name);
}

interface KeyWriting {
  readonly model: ReadModel;
  readonly scope: Scope;
  readonly joins: string[];
}

function keyOf(
  writing: KeyWriting,
  type: ReadableType,
  row: string,
  given: ArgumentValue,
  isJoined: boolean,
  depth: number,
): OrderKey {
  const [name, entry] = given.entries()[0]!;
  const field = writing.model.of(type).get(name)!;
  if (field.kind === 'leaf') return leafKey(type, field, row, entry, writing.scope, isJoined);
  if (field.kind === 'object') {
    const [member, direction] = entry.entries()[0]!;
    return leafKey(type, field.members.get(member)!, row, direction, writing.scope, isJoined);
  }
  if (field.kind !== 'toOne') throw new Error(`The schema offers an order by ${type.name}.${name}.`);
  if (depth > DEEPEST) throw tooDeep();
  const { scope, joins } = writing;
  const alias = scope.statement.alias('j');
  joins.push(`left join ${scope.rows(field.to)} ${alias}
    on ${alias}."${field.to.id.column}" = ${field.id(row, scope)} and ${scope.readable(field.to, alias)}`);
  const key = keyOf(writing, field.to, alias, entry, true, depth + 1);
  return { ...key, name: `${name}.${key.name}` };
}

function leafKey(
  type: ReadableType,
  field: LeafField,
  row: string,
  direction: ArgumentValue,
  scope: Scope,
  isJoined: boolean,
): OrderKey {
  const isId = field.isKey;
  const id = `${row}."${type.id.column}"`;
  const value = isId ? id : field.sql(row, scope);
  // a fact of a row that is not there, or hidden, is empty: derived over nothing it would be something
  const sql = isJoined && !field.isStored && !isId ? `(case when ${id} is not null then ${value} end)` : value;
  const isNullable = isJoined || field.isNullable || !field.isStored;
  const { name } = field;
  const shared = { direction: direction.value === 'DESC' ? ('desc' as const) : ('asc' as const), isNullable, name };
  if (field.values !== null) {
    const values = field.values.map(literal).join(', ');
    return { ...shared, value: `array_position(array[${values}], ${sql})`, collation: '', cast: 'integer' };
  }
  const isText = field.sqlType === 'text' && !isId;
  const collation = isText ? collationOfValues(name, field) : '';
  return { ...shared, value: sql, collation, cast: isId ? type.id.sqlType : field.sqlType };
}

function tooMany(count: number): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`orderBy\` có ${count} khóa; tối đa ${MOST_KEYS}.`,
    en: `\`orderBy\` has ${count} keys; at most ${MOST_KEYS}.`,
  });
}

function tooDeep(): ReadError {
  return new ReadError('QUERY_TOO_COMPLEX', {
    vi: `\`orderBy\` đi qua nhiều hơn ${DEEPEST} quan hệ.`,
    en: `\`orderBy\` leads through more than ${DEEPEST} relations.`,
  });
}
