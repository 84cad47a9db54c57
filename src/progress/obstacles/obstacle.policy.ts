import { type Actor, hasRole, hasRoleFor, isOfficial } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';
import { isPossible, type ObstacleAction } from './obstacle.rules';
import { ObstacleState } from './obstacle.state';

/** Obstacles are every official's. Rooms see those that are in hand (rule R14), of items whose plan is in force. */
export const readableObstacles: RowRule = (actor) => {
  if (isOfficial(actor)) return 'all';
  return (row, bind, table) => `(${row}.state = ${bind(ObstacleState.IN_HAND)} and (${row}.work_item_id is null
    or exists (select from ${table('work_item')} ow where ow.id = ${row}.work_item_id and ow.is_in_force)))`;
};

/** Whether the actor may see this very obstacle: the same rule as the row predicate, for commands. */
export function canSeeObstacle(
  actor: Actor,
  { state, workItem }: { readonly state: ObstacleState; readonly workItem: { readonly isInForce: boolean } | null },
): boolean {
  return isOfficial(actor) || (state === ObstacleState.IN_HAND && (workItem === null || workItem.isInForce));
}

/** Who raises an obstacle of an item: a reporter of the unit that leads it. */
export function canRaiseOnItem(actor: Actor, item: { readonly leadUnitId: string }): boolean {
  return hasRoleFor(actor, 'REPORTER', item.leadUnitId);
}

/** Who takes obstacles up and records what was decided: the secretariat and the committee's head. */
export function canDealWithObstacles(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'COMMITTEE_HEAD');
}

/** What the actor may do with an obstacle as it stands. */
export function rightsOnObstacle(
  actor: Actor,
  { state }: { readonly state: ObstacleState },
): Readonly<Record<ObstacleAction, boolean>> {
  const deals = canDealWithObstacles(actor);
  return { takeUp: deals && isPossible('takeUp', state), resolve: deals && isPossible('resolve', state) };
}
