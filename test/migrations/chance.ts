/** Random choices that a number repeats. */
export interface Chance {
  /** A whole number from 0 up to, and without, the bound. */
  below(bound: number): number;
  oneIn(count: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** So many different ones of the items, or all. */
  some<Item>(items: readonly Item[], count: number): Item[];
}

/** The series of choices of a number. */
export function chanceOf(series: number): Chance {
  // a linear congruential generator, of which the high bits are taken
  let state = BigInt(series) & MASK;
  const below = (bound: number): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & MASK;
    return Number((state >> 33n) % BigInt(bound));
  };
  return {
    below,
    oneIn: (count) => below(count) === 0,
    pick: (items) => items[below(items.length)]!,
    some: (items, count) => {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!);
    },
  };
}

const MASK = (1n << 64n) - 1n;
