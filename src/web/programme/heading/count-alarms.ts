import type { Gap, GapKind } from '../model/derive-gaps';
import type { Indicator } from '../model/rows';

/** How many gaps there are, of the given kinds or of all. */
export function gapsIn(gaps: readonly Gap[] | null, kinds?: readonly GapKind[]): number {
  return (gaps ?? [])
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .reduce((sum, { rows }) => sum + rows.length, 0);
}

/** On how many indicators programmes contradict one another. */
export function contradictionsIn(indicators: readonly Indicator[] | null): number {
  return (indicators ?? []).filter(({ agreement }) => agreement === 'CONTRADICTORY').length;
}
