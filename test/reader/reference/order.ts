import { type Comparator, comparatorOfText, compareAmounts, compareNative, comparePlaces } from './comparators';
import { type Direction, type Key, ownOrder, tieBreak } from './own-order';
import type { Seen } from './seen';
import type { Leaf } from './shape';
import { compareCodePoints } from './text';
import type { Row } from './world';

/** The order that an `orderBy` argument asks for; none, or an empty one, leaves the type's own. */
export function orderOf(seen: Seen, typeName: string, orderBy: readonly OrderInput[] | null | undefined): Key[] {
  const type = seen.shape.type(typeName);
  if (orderBy === null || orderBy === undefined || orderBy.length === 0) return ownOrder(type);
  const keys = orderBy.map((entry) => keyOf(seen, typeName, entry));
  return [...keys, tieBreak(type, keys)];
}

/** One entry of `orderBy`: exactly one field, which leads to a direction at last. */
export type OrderInput = Readonly<{ [field: string]: Direction | OrderInput }>;

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

function never(): never {
  throw new Error('An entry of an order names exactly one field.');
}
