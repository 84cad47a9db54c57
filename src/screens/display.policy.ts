import { type Actor, hasRole } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/declarations';

/** Who makes and revokes screens: the secretariat, and administrators. */
export function canManageDisplays(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'ADMINISTRATOR');
}

/** The list of screens is for those who manage or inspect them. */
export const readableDisplays: RowRule = (actor) =>
  canManageDisplays(actor) || hasRole(actor, 'INSPECTOR') ? 'all' : 'none';
