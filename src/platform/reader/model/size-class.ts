/** Most values of a list that something is compared with. */
export const MOST_VALUES = 1_000;

/** How long a list of values is, roughly, so that lists of one class share a plan and a cost: 0 for up to ten, 1 for up to a hundred, 2 beyond. */
export function sizeClassOf(length: number): 0 | 1 | 2 {
  if (length <= 10) return 0;
  return length <= 100 ? 1 : 2;
}
