import { type Actor, hasRole } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';

/** Who keeps the calendar of working days. */
export function canKeepCalendar(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'ADMINISTRATOR');
}

/** What is decided is everybody's; what is only proposed is for who keeps the calendar, and for inspection. */
export const readableDays: RowRule = (actor) =>
  canKeepCalendar(actor) || hasRole(actor, 'INSPECTOR') ? 'all' : (row) => `${row}.is_decided`;
