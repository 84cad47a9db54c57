import type { Item } from './figure';

const SHOWN = 4;

/** The items that most need somebody to decide: overdue ones first, the longest overdue before the others; then those at risk, farthest behind their plan first. */
export function itemsToDirect(items: readonly Item[]): Item[] {
  const overdue = items
    .filter(({ health }) => health === 'OVERDUE')
    .sort((a, b) => b.daysLate - a.daysLate || inOrder(a, b));
  const atRisk = items
    .filter(({ health }) => health === 'AT_RISK')
    .sort((a, b) => behind(b) - behind(a) || inOrder(a, b));
  return [...overdue, ...atRisk].slice(0, SHOWN);
}

function behind({ plannedPercent, percentComplete }: Item): number {
  return plannedPercent - percentComplete;
}

function inOrder(a: Item, b: Item): number {
  return a.number - b.number;
}
