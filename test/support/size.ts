/** Whether this is the long run, `npm run test:long`: everything at its full size. */
export const isLong = process.env.TEST_SIZE === 'long';

/** How much of something there is: in `npm test`, which is run all day, and in the long run. */
export function sized<Size>(quick: Size, long: Size): Size {
  return isLong ? long : quick;
}

/**
 * Some of many cases, spread evenly over all of them, at least one of every kind; in the long run all. Always the same ones, so that a failure comes again.
 */
export function some<Case>(
  cases: readonly Case[],
  most: number,
  kindOf: (one: Case) => string = () => '',
): readonly Case[] {
  if (isLong || cases.length <= most) return cases;
  const kinds = new Set<string>();
  const step = cases.length / most;
  return cases.filter((one, index) => {
    const isNew = !kinds.has(kindOf(one));
    kinds.add(kindOf(one));
    return isNew || Math.floor(index / step) !== Math.floor((index - 1) / step);
  });
}
