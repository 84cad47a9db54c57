import type { Figure } from './figure';

/** One figure that is not what it was. */
export interface Change {
  key: string;
  from: Figure;
  to: Figure;
}

/** What changed between two consecutive snapshots. Figures that appear or disappear are no changes: nothing was there to compare. */
export function diffFigures(before: readonly Figure[], after: readonly Figure[]): Change[] {
  const known = new Map(before.map((figure) => [figure.key, figure]));
  return after.flatMap((to) => {
    const from = known.get(to.key);
    if (from === undefined || (from.value === to.value && from.health === to.health)) return [];
    return [{ key: to.key, from, to }];
  });
}

/** Whether a change leads into or out of “quá hạn” or “hoàn thành”: what a room must not miss. */
export function isCrossing({ from, to }: Change): boolean {
  if (from.health === to.health) return false;
  return [from.health, to.health].some((health) => health === 'OVERDUE' || health === 'COMPLETED');
}
