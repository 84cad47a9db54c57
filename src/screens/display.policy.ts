import { type Actor, hasRole } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/model/row-rule';

/** Who makes and revokes screens: the secretariat, and administrators. */
export function canManageDisplays(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'ADMINISTRATOR');
}

/** Who knows of the screens: those who manage or inspect them. */
export function canSeeDisplays(actor: Actor): boolean {
  return canManageDisplays(actor) || hasRole(actor, 'INSPECTOR');
}

/** The same rule as a row predicate. */
export const readableDisplays: RowRule = (actor) => (canSeeDisplays(actor) ? 'all' : 'none');
