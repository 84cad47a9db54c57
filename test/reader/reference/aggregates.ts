import { exactMean, exactSum } from './decimal';
import type { Seen } from './seen';
import type { Leaf } from './shape';
import type { Row } from './world';

/** What is said about the values of a field together; null where there are none. */
export interface Summary {
  readonly avg?: number | null;
  readonly sum?: unknown;
  readonly min: unknown;
  readonly max: unknown;
}

const NUMBERS = new Set(['Int', 'Float']);

/** The leaves of a type over which something can be said together: numbers, dates, moments. */
export function summarised(seen: Seen, type: string): Leaf[] {
  return [...seen.shape.of(type).values()].filter(
    (field) =>
      field.kind === 'leaf' &&
      !field.isList &&
      (NUMBERS.has(field.scalar) || ['BigInt', 'Date', 'DateTime'].includes(field.scalar)),
  ) as Leaf[];
}

/** Sums up a leaf over rows. */
export function summaryOf(seen: Seen, rows: readonly Row[], leaf: Leaf): Summary {
  const values = rows.map((row) => seen.leaf(row, leaf)).filter((value) => value !== null);
  if (leaf.scalar === 'BigInt') return summaryOfMoney(seen, rows, leaf, values as string[]);
  if (!NUMBERS.has(leaf.scalar)) {
    const texts = (values as string[]).sort();
    return { min: texts[0] ?? null, max: texts.at(-1) ?? null };
  }
  const numbers = values as number[];
  if (numbers.length === 0) return { avg: null, min: null, max: null, sum: null };
  return { avg: exactMean(numbers), min: Math.min(...numbers), max: Math.max(...numbers), sum: exactSum(numbers) };
}

/** Money adds up within one currency; exactly, and as text. */
function summaryOfMoney(seen: Seen, rows: readonly Row[], leaf: Leaf, texts: readonly string[]): Summary {
  const withValue = rows.filter((row) => seen.leaf(row, leaf) !== null);
  const currencies = new Set(withValue.map(({ values }) => values.currency));
  if (texts.length === 0 || currencies.size > 1) return { avg: null, min: null, max: null, sum: null };
  const amounts = texts.map(BigInt).sort((one, other) => (one < other ? -1 : Number(one > other)));
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  return { avg: exactMean(texts.map(Number)), min: `${amounts[0]}`, max: `${amounts.at(-1)}`, sum: `${sum}` };
}

/** `aggregates` of some rows, each member computed when it is asked for. */
export function aggregatesOf(seen: Seen, type: string, rows: readonly Row[]): Record<string, unknown> {
  const members = summarised(seen, type).map((leaf) => [leaf.name, () => summaryOf(seen, rows, leaf)] as const);
  return { count: rows.length, ...Object.fromEntries(members) };
}
