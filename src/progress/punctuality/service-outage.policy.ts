import { type Actor, hasRole } from '../../platform/access/actor';

/** Who says on which days the system could not be used: administrators, who run it. */
export function canKeepOutages(actor: Actor): boolean {
  return hasRole(actor, 'ADMINISTRATOR');
}
