import { type Actor, hasRole } from '../platform/access/actor';

/** Who keeps the lists of units and persons: the secretariat, and administrators. */
export function canKeepUnits(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'ADMINISTRATOR');
}

/** Who ends and merges units: administrators alone, since roles go over with the work. */
export function canEndUnits(actor: Actor): boolean {
  return hasRole(actor, 'ADMINISTRATOR');
}
