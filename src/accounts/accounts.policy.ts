import { type Actor, hasRole } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/declarations';

/** Colleagues' names are visible to people, not to screens: a room needs no names of officials. */
export const readableAccounts: RowRule = (actor) =>
  actor.roles.every((held) => held.role === 'DISPLAY') ? 'none' : 'all';

/** Who holds which role is for those who give roles, and for inspection. */
export const readableRoles: RowRule = (actor) => (hasRole(actor, 'ADMINISTRATOR', 'INSPECTOR') ? 'all' : 'none');

/** Who opens accounts, gives and takes roles: administrators. */
export function canManageAccounts(actor: Actor): boolean {
  return hasRole(actor, 'ADMINISTRATOR');
}
