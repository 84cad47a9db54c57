import { type Actor, hasRole, isOfficial } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/model/row-rule';

/**
 * Colleagues' names are visible to people, not to screens: a room needs no names of officials. Accounts of screens are for those who know of the screens; they
 * are the ones without an e-mail.
 */
export const readableAccounts: RowRule = (actor) => {
  if (hasRole(actor, 'SECRETARIAT', 'ADMINISTRATOR', 'INSPECTOR')) return 'all';
  return isOfficial(actor) ? (row) => `${row}.email is not null` : 'none';
};

/** Who holds which role is for those who give roles, and for inspection. */
export const readableRoles: RowRule = (actor) => (hasRole(actor, 'ADMINISTRATOR', 'INSPECTOR') ? 'all' : 'none');

/** Who opens accounts, gives and takes roles: administrators. */
export function canManageAccounts(actor: Actor): boolean {
  return hasRole(actor, 'ADMINISTRATOR');
}
