import type { ReadableType } from '../../../src/platform/reader/model/registry';
import type { Seen } from './seen';
import type { Leaf } from './shape';
import { compareCodePoints, compareNatural, compareVietnamese } from './text';
import type { Row } from './world';

type Direction = 'ASC' | 'DESC';

/** Compares two values, neither of them empty. */
export type Comparator = (left: never, right: never) => number;

/** One key of an order. */
export interface Key {
  readonly valueOf: (row: Row) => unknown;
  readonly compare: Comparator;
  readonly direction: Direction;
}

/** Which order values have that are no text: numbers, truth values. */
export function compareNative(left: number | boolean, right: number | boolean): number {
  return Number(left) - Number(right);
}

/** Amounts of money, as texts of any size. */
export function compareAmounts(left: string, right: string): number {
  const difference = BigInt(left) - BigInt(right);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** Places in the log, `epoch.position`, in the order of the log. */
export function comparePlaces(left: string, right: string): number {
  const [[epoch, position], [otherEpoch, otherPosition]] = [left, right].map((place) =>
    place.split('.').map(Number),
  ) as [number[], number[]];
  return epoch! - otherEpoch! || position! - otherPosition!;
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
/** Fields of codes and numbers. */
export const COUNTED = new Set(['code', 'number']);

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

/** The order that an `orderBy` argument asks for; none, or an empty one, leaves the type's own. */
export function orderOf(seen: Seen, typeName: string, orderBy: readonly OrderInput[] | null | undefined): Key[] {
  const type = seen.shape.type(typeName);
  if (orderBy === null || orderBy === undefined || orderBy.length === 0) return ownOrder(type);
  const keys = orderBy.map((entry) => keyOf(seen, typeName, entry));
  return [...keys, tieBreak(type, keys)];
}

/** One entry of `orderBy`: exactly one field, which leads to a direction at last. */
export type OrderInput = Readonly<{ [field: string]: Direction | OrderInput }>;

function tieBreak(type: ReadableType, keys: readonly Key[]): Key {
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

function keyOf(seen: Seen, typeName: string, entry: OrderInput): Key {
  const [[name, wanted] = never()] = Object.entries(entry);
  const field = seen.shape.field(typeName, name);
  if (field.kind === 'leaf') {
    return { valueOf: (row) => seen.leaf(row, field), compare: comparatorOf(field), direction: wanted as Direction };
  }
  if (field.kind === 'object') {
    const [[member, direction] = never()] = Object.entries(wanted as OrderInput);
    const leaf = field.members.get(member)!;
    return {
      valueOf: (row) => seen.object(row, field)?.[member] ?? null,
      compare: comparatorOf(leaf),
      direction: direction as Direction,
    };
  }
  if (field.kind !== 'toOne') throw new Error(`Nothing is ordered by ${typeName}.${name}.`);
  const key = keyOf(seen, field.to, wanted as OrderInput);
  const valueOf = (row: Row): unknown => {
    const related = seen.follow(row, field);
    return related === null ? null : key.valueOf(related);
  };
  return { ...key, valueOf };
}

/** How the values of a field are sorted. */
export function comparatorOf(leaf: Leaf): Comparator {
  const { enumValues } = leaf;
  if (enumValues !== null) return (left: string, right: string) => enumValues.indexOf(left) - enumValues.indexOf(right);
  if (['Int', 'Float', 'Boolean'].includes(leaf.scalar)) return compareNative;
  if (leaf.scalar === 'BigInt') return compareAmounts;
  if (leaf.scalar === 'Cursor') return comparePlaces;
  return leaf.scalar === 'String' ? comparatorOfText(leaf.name) : compareCodePoints;
}

/** How a text of people is sorted, by the name of its field. */
export function comparatorOfText(name: string): (left: string, right: string) => number {
  return COUNTED.has(name) ? compareNatural : compareVietnamese;
}

function never(): never {
  throw new Error('An entry of an order names exactly one field.');
}
