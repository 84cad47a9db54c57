import { type Actor, hasRole } from '../platform/access/actor';

/** Who says which unit does what in an item, and who answers for it: the secretariat, which keeps the lists. */
export function canAssign(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}

/** Who keeps the lists at all times, decides on resources and records what was accepted: the secretariat. */
export function canKeepList(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}

/** Who records what an inspection found: the inspection committee. */
export function canVerify(actor: Actor): boolean {
  return hasRole(actor, 'INSPECTOR');
}
