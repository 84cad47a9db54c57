import { compareNatural, compareVietnamese } from './text';

/** Compares two values, neither of them empty. */
export type Comparator = (left: never, right: never) => number;

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

/** Fields of codes and numbers. */
export const COUNTED = new Set(['code', 'number']);

/** How a text of people is sorted, by the name of its field. */
export function comparatorOfText(name: string): (left: string, right: string) => number {
  return COUNTED.has(name) ? compareNatural : compareVietnamese;
}
