import { ApprovalLevel } from './approval-level.state';

/** The levels from the lowest to the highest. */
const LEVELS = Object.values(ApprovalLevel);

/** The approval route of a level (rule R5): every level up to it, the lowest first. A proposal to the People's Council passes the Party Committee before. */
export function routeOf(level: ApprovalLevel): readonly ApprovalLevel[] {
  return LEVELS.slice(0, LEVELS.indexOf(level) + 1);
}

/** The level that has to approve next; null when all of the route have. */
export function awaitedLevel(level: ApprovalLevel, approved: readonly (ApprovalLevel | null)[]): ApprovalLevel | null {
  return routeOf(level).find((step) => !approved.includes(step)) ?? null;
}
