import type { ReadableType } from './registry';

/** One key of a list's order; the last one is always the id, so that the order is total. */
export interface OrderKey {
  /** The bare column, without the collation that orders it: values of several collations cannot stand in one array. */
  readonly column: (row: string) => string;
  readonly expression: (row: string) => string;
  readonly direction: 'asc' | 'desc';
  readonly cast: string;
}

// names are sorted as a Vietnamese reader expects (đ after d); codes and numbers by their characters
const CODES = new Set(['code', 'number', 'period', 'kind', 'role', 'state']);

/** The order of a type's lists. Order columns must not be null: keyset paging compares rows. */
export function orderOf(type: ReadableType): OrderKey[] {
  const declared = type.options.orderBy.map((entry) => {
    const path = entry.replace(/^-/, '');
    const property = type.stored.get(path);
    if (property === undefined || property.isNullable) throw new Error(`${type.name} cannot be ordered by ${path}.`);
    const collation = property.sqlType === 'text' ? ` collate "${CODES.has(path) ? 'C' : 'vi-x-icu'}"` : '';
    return {
      column: (row: string) => `${row}."${property.column}"`,
      expression: (row: string) => `${row}."${property.column}"${collation}`,
      direction: entry.startsWith('-') ? ('desc' as const) : ('asc' as const),
      cast: property.sqlType,
      path,
    };
  });
  if (declared.some((key) => key.path === type.id.path)) return declared;
  const tie = declared.at(-1)?.direction ?? 'asc';
  const id = (row: string) => `${row}."${type.id.column}"`;
  return [...declared, { column: id, expression: id, direction: tie, cast: type.id.sqlType }];
}

/** `order by` of a list, or of the same list from its other end. */
export function orderClause(keys: readonly OrderKey[], row: string, reversed = false): string {
  return keys
    .map((key) => `${key.expression(row)} ${(key.direction === 'asc') !== reversed ? 'asc' : 'desc'}`)
    .join(', ');
}

/** Condition for rows strictly after a place (or, reversed, before it), given as the keys' values. */
export function beyond(
  keys: readonly OrderKey[],
  row: string,
  values: readonly string[],
  bind: (value: unknown) => string,
  reversed = false,
): string {
  const bound = keys.map((key, index) => `${bind(values[index])}::${key.cast}`);
  const alternatives = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((before, at) => `${before.expression(row)} = ${bound[at]}`);
    const comparison = (key.direction === 'asc') !== reversed ? '>' : '<';
    return `(${[...equal, `${key.expression(row)} ${comparison} ${bound[index]}`].join(' and ')})`;
  });
  return `(${alternatives.join(' or ')})`;
}
