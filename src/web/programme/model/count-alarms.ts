import type { Gap, GapKind } from './derive-gaps';
import type { Indicator } from './rows';

/** How many gaps there are, of the given kinds or of all. */
export function gapsIn(gaps: readonly Gap[] | null, kinds?: readonly GapKind[]): number {
  return (gaps ?? [])
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .reduce((sum, { rows }) => sum + rows.length, 0);
}

/** On how many indicators what programmes promise contradicts. */
export function contradictionsIn(indicators: readonly Indicator[] | null): number {
  return (indicators ?? []).filter(({ agreement }) => agreement === 'CONTRADICTORY').length;
}

/** On how many indicators the programmes give contradictory roles to units. */
export function roleConflictsIn(indicators: readonly Indicator[] | null): number {
  return (indicators ?? []).filter((indicator) => hasRoleConflict(indicator)).length;
}

/** Whether units have contradictory roles on an indicator: two leads, or a lead that is unnamed elsewhere. */
export function hasRoleConflict({ roleAgreement }: Pick<Indicator, 'roleAgreement'>): boolean {
  return roleAgreement === 'TWO_LEADS' || roleAgreement === 'UNNAMED';
}
