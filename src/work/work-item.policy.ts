import { type Actor, hasRole } from '../platform/access/actor';

/** Who says which unit does what in an item, and who answers for it: the secretariat, which keeps the lists. */
export function canAssign(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}
