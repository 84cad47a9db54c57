import type { ReadableType } from '../../../src/platform/reader/model/registry';
import { comparatorOfText, type Comparator, compareNative } from './comparators';
import { compareCodePoints } from './text';
import type { Row } from './world';

/** Which way a key goes. */
export type Direction = 'ASC' | 'DESC';

/** One key of an order. */
export interface Key {
  readonly valueOf: (row: Row) => unknown;
  readonly compare: Comparator;
  readonly direction: Direction;
}

/** Compares by keys in turn; the last one must tell all rows apart. Empty values stand last, in descending order first. */
export function compareByKeys<Thing>(
  keys: readonly {
    readonly valueOf: (thing: Thing) => unknown;
    readonly compare: Comparator;
    readonly direction: Direction;
  }[],
  left: Thing,
  right: Thing,
): number {
  for (const { valueOf, compare, direction } of keys) {
    const order = compareNullable(valueOf(left), valueOf(right), compare);
    if (order !== 0) return direction === 'ASC' ? order : -order;
  }
  return 0;
}

function compareNullable(left: unknown, right: unknown, compare: Comparator): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compare(left as never, right as never);
}

// in a type's own order these words are sorted by their characters, all other texts as a Vietnamese reader expects
const BY_CHARACTERS = new Set(['period', 'kind', 'role', 'state']);

/** The order in which a type's rows come unless told otherwise. */
export function ownOrder(type: ReadableType): Key[] {
  const keys = type.options.orderBy.map((entry): Key => {
    const path = entry.replace(/^-/, '');
    const { sqlType } = type.stored.get(path)!;
    return {
      valueOf: (row) => row.values[path] ?? null,
      compare: comparatorOfColumn(path, sqlType),
      direction: entry.startsWith('-') ? 'DESC' : 'ASC',
    };
  });
  return [...keys, tieBreak(type, keys)];
}

/** The last key: the id, which tells all rows apart. */
export function tieBreak(type: ReadableType, keys: readonly Key[]): Key {
  return {
    valueOf: (row) => row.values[type.id.path],
    compare: comparatorOfColumn(type.id.path, type.id.sqlType),
    direction: keys.at(-1)?.direction ?? 'ASC',
  };
}

function comparatorOfColumn(path: string, sqlType: string): Comparator {
  if (['integer', 'bigint', 'numeric', 'boolean'].includes(sqlType)) return compareNative;
  if (sqlType !== 'text' || BY_CHARACTERS.has(path)) return compareCodePoints;
  return comparatorOfText(path);
}
