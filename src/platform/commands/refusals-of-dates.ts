import { getMetadataStorage } from 'type-graphql';
import type { Refusal } from '../lib/domain-error';
import { DateScalar } from '../lib/scalars';
import { vietnameseDate } from '../lib/vietnamese-date';

/** The first and the last day that anything of the city's programmes is about, its units and papers before them included; what lies outside is a slip of the pen. */
const FIRST = '1945-01-01';
const LAST = '2100-12-31';

type Fields = ReadonlySet<string>;

const known = new Map<object, Fields>();

/**
 * Refuses every date of an input that lies in no time the program knows of, each at its place: a year 0001 or 9999 would be kept, and drawn, for good. What a
 * domain knows more exactly (a term, the dates of an item) it refuses itself.
 */
export function refusalsOfDates(input: object, above: readonly string[]): Refusal[] {
  const dates = dateFieldsOf(Object.getPrototypeOf(input) as object | null);
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) => {
    const path = [...above, name];
    if (dates.has(name) && typeof value === 'string') return FIRST <= value && value <= LAST ? [] : [far(value, path)];
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return items.flatMap((item, index) => (isInput(item) ? refusalsOfDates(item, [...path, String(index)]) : []));
    }
    return isInput(value) ? refusalsOfDates(value, path) : [];
  });
}

function isInput(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

/** The fields of an input type that hold a date, those of the types above it included. */
function dateFieldsOf(prototype: object | null): Fields {
  if (prototype === null || prototype === Object.prototype) return new Set();
  const found = known.get(prototype);
  if (found !== undefined) return found;
  const own = getMetadataStorage().fields.filter(
    ({ target, getType }) => target === prototype.constructor && getType() === DateScalar,
  );
  const above = dateFieldsOf(Object.getPrototypeOf(prototype) as object | null);
  const fields = new Set([...above, ...own.map(({ name }) => name)]);
  known.set(prototype, fields);
  return fields;
}

function far(date: string, path: readonly string[]): Refusal {
  return {
    code: 'INVALID',
    path,
    message: {
      vi: `Ngày ${vietnameseDate(date)} (trường ${path.at(-1)!}) nằm ngoài khoảng từ ${vietnameseDate(FIRST)} đến ${vietnameseDate(LAST)}. Hãy nhập lại.`,
      en: `The date ${date} of the field ${path.at(-1)!} is not between ${FIRST} and ${LAST}. Enter it again.`,
    },
  };
}
