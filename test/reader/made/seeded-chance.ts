import type { Chance } from './chooser';

/** Chance that is the same for the same seed, on every machine. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // the low bits of such a sequence repeat after few steps
    return (state >>> 8) / 2 ** 24;
  };
  return { nextInt: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}
