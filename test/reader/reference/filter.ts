import { type Seen, withoutMoment } from './seen';
import type { Field, Leaf } from './shape';
import { compareCodePoints, foldText, oneForm } from './text';
import { comparatorOfText, compareAmounts, compareNative, comparePlaces } from './comparators';
import type { Row } from './world';

/** A filter after coercion. */
export type Filter = Readonly<Record<string, unknown>>;

/** Whether a filter holds for a row: every entry must; what is absent or null says nothing. */
export function holds(seen: Seen, row: Row, filter: Filter | null | undefined): boolean {
  return Object.entries(filter ?? {}).every(([name, given]) => given == null || entryHolds(seen, row, name, given));
}

function entryHolds(seen: Seen, row: Row, name: string, given: unknown): boolean {
  if (name === 'and') return (given as Filter[]).every((part) => holds(seen, row, part));
  if (name === 'or') return (given as Filter[]).some((part) => holds(seen, row, part));
  if (name === 'not') return !holds(seen, row, given as Filter);
  const field = seen.shape.field(row.type.name, name);
  return fieldHolds(seen, row, field, given as Filter);
}

function fieldHolds(seen: Seen, row: Row, field: Field, given: Filter): boolean {
  switch (field.kind) {
    case 'leaf':
      return comparisonHolds(field, seen.leaf(row, field), given);
    case 'object': {
      const object = seen.object(row, field);
      return Object.entries(given).every(
        ([member, comparison]) =>
          comparison == null ||
          comparisonHolds(field.members.get(member)!, object?.[member] ?? null, comparison as Filter),
      );
    }
    case 'toOne': {
      const related = seen.follow(row, field);
      return related !== null && holds(seen, related, given);
    }
    case 'many': {
      const rows = seen.many(row, field);
      const { some, none, every } = given as { some?: Filter | null; none?: Filter | null; every?: Filter | null };
      const matches = (filter: Filter) => (related: Row) => holds(seen, related, filter);
      return (
        (some == null || rows.some(matches(some))) &&
        (none == null || !rows.some(matches(none))) &&
        (every == null || rows.every(matches(every)))
      );
    }
    case 'any':
      throw new Error(`Nothing is filtered by ${row.type.name}.${field.name}.`);
  }
}

/** What of a field decides how its values compare. */
type Compared = Pick<Leaf, 'scalar'> & Partial<Pick<Leaf, 'name'>>;

/** Whether every operator of a comparison holds for a value. On an empty value only those hold that say so. */
export function comparisonHolds(
  leaf: Compared & Pick<Leaf, 'enumValues'>,
  value: unknown,
  comparison: Filter,
): boolean {
  return Object.entries(comparison).every(([operator, given]) => operatorHolds(leaf, value, operator, given));
}

function operatorHolds(
  leaf: Compared & Pick<Leaf, 'enumValues'>,
  value: unknown,
  operator: string,
  given: unknown,
): boolean {
  if (operator === 'eq') return given === null ? value === null : equals(leaf, value, given);
  if (operator === 'ne') return given === null ? value !== null : !equals(leaf, value, given);
  if (given === null || given === undefined) return true;
  const values = given as readonly unknown[];
  switch (operator) {
    case 'in':
      return values.some((entry) => equals(leaf, value, entry));
    case 'notIn':
      return !values.some((entry) => equals(leaf, value, entry));
    case 'isNull':
      return given === (value === null);
    case 'contains':
      return value !== null && foldText(value as string).includes(foldText(given as string));
    case 'startsWith':
      return value !== null && foldText(value as string).startsWith(foldText(given as string));
    default:
      return value !== null && ordered(operator, compareGiven(leaf, value, given));
  }
}

function equals(leaf: Pick<Leaf, 'scalar'>, value: unknown, given: unknown): boolean {
  if (value === null) return false;
  // an id of the past names the same row as the id without its moment
  if (leaf.scalar === 'ID') return withoutMoment(value as string) === withoutMoment(given as string);
  if (leaf.scalar === 'BigInt') return compareAmounts(value as string, given as string) === 0;
  if (leaf.scalar === 'String') return oneForm(value as string) === oneForm(given as string);
  return value === (leaf.scalar === 'DateTime' ? momentOf(given) : given);
}

/** Where a value stands beside a given one: texts as a Vietnamese reader sorts them, all else by what it is. */
function compareGiven(leaf: Compared, value: unknown, given: unknown): number {
  if (leaf.scalar === 'Int' || leaf.scalar === 'Float') return compareNative(value as number, given as number);
  const [text, other] = [value as string, given as string];
  if (leaf.scalar === 'BigInt') return compareAmounts(text, other);
  if (leaf.scalar === 'Cursor') return comparePlaces(text, other);
  if (leaf.scalar === 'String') return comparatorOfText(leaf.name ?? '')(text, oneForm(other));
  return compareCodePoints(text, leaf.scalar === 'DateTime' ? momentOf(other) : other);
}

function ordered(operator: string, order: number): boolean {
  switch (operator) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    default:
      throw new Error(`The reference does not know the operator ${operator}.`);
  }
}

/** A given moment as rows hold it, whatever its offset. */
function momentOf(given: unknown): string {
  return new Date(String(given)).toISOString();
}
