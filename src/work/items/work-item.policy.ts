import { type Actor, hasRole, isOfficial } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';

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

/**
 * Work items: for rooms, those in force. A meeting room's screen does not read the rows of a list that is drafted or was withdrawn (rule R14), nor what
 * hangs on them: it follows the plan, its state and its steps, and counts its rows by what the list says of itself (`actualCount`, `unclearCount`).
 */
export const readableItems: RowRule = (actor) => (isOfficial(actor) ? 'all' : (row) => `${row}.is_in_force`);

/** Whether the actor may see this very item, and what hangs on it: the same rule as the row predicate, for commands. */
export function canSeeItem(actor: Actor, { isInForce }: { readonly isInForce: boolean }): boolean {
  return isInForce || isOfficial(actor);
}

/** What hangs on work items (roles, milestones, members who direct, resources, deliverables, traces): for rooms, on those in force. */
export const readableParts: RowRule = (actor) => {
  if (isOfficial(actor)) return 'all';
  return (row, _bind, table) =>
    `exists (select from ${table('work_item')} rw where rw.id = ${row}.work_item_id and rw.is_in_force)`;
};
