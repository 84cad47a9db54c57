import { type Actor, hasRole, isOfficial, unitsOf } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';

/** Who was asked, and who is silent, every official reads; rooms do not: it is no figure that was decided (rule R14). */
export const readableReviews: RowRule = (actor) => (isOfficial(actor) ? 'all' : 'none');

/** Who asks units to go through a list: the secretariat. */
export function canOpenReview(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}

/** Who answers for a unit that nothing must change: its reporter or its approver. */
export function canConfirm(actor: Actor, { unitId }: { readonly unitId: string }): boolean {
  return unitsOf(actor, 'REPORTER', 'APPROVER').includes(unitId);
}
