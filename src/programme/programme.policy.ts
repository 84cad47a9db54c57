import { type Actor, hasRole } from '../platform/access/actor';

/** Who re-forms the committee and puts members in charge: its head; the secretariat, which keeps the decisions. */
export function canArrangeCommittee(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'COMMITTEE_HEAD');
}

/** Who enters what a programme says: the secretariat. */
export function canKeepProgramme(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}
