import { type Actor, hasRole, hasRoleFor } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/model/row-rule';

/** Who keeps the lists of units and persons: the secretariat, and administrators. */
export function canKeepUnits(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'ADMINISTRATOR');
}

/** Names of officials are visible to people, not to screens. */
export const readablePersons: RowRule = (actor) =>
  actor.roles.every((held) => held.role === 'DISPLAY') ? 'none' : 'all';

/** Who may add persons to some unit. */
export function canAddPersons(actor: Actor): boolean {
  return canKeepUnits(actor) || hasRole(actor, 'REPORTER', 'APPROVER');
}

/** Who adds persons to a unit: who keeps the lists, and those who report and approve for it, since they draft its plans. */
export function canAddPersonsTo(actor: Actor, unitId: string): boolean {
  return canKeepUnits(actor) || hasRoleFor(actor, 'REPORTER', unitId) || hasRoleFor(actor, 'APPROVER', unitId);
}

/** Who ends and merges units: administrators alone, since roles go over with the work. */
export function canEndUnits(actor: Actor): boolean {
  return hasRole(actor, 'ADMINISTRATOR');
}
