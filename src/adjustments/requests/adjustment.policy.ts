import { type Actor, hasRole, hasRoleFor, isOfficial, unitsOf } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';
import { type AdjustmentAction, isPossible, TRANSITIONS } from './adjustment.rules';
import { AdjustmentState } from './adjustment.state';

/** What rights look at in a request. */
export interface StandingRequest {
  readonly unitId: string;
  readonly state: AdjustmentState;
  /** Whether the unit's approver has agreed: only then has it left the unit. */
  readonly unitApprovedAt: Date | string | null;
  readonly registeredById: string;
}

/** Who reads what has not left its unit. */
const OVER_UNITS = ['SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR'] as const;

/** Who reads every request that its unit has approved. */
const COMMITTEE = ['COMMITTEE_HEAD', 'COMMITTEE_MEMBER', 'ANALYST'] as const;

/**
 * Requests: the unit that registers and those over all units read all of them; the committee and analysts what has left the unit; everybody else, rooms too, what
 * was approved and so stands in the lists (rule R14).
 */
export const readableRequests: RowRule = (actor) => {
  if (hasRole(actor, ...OVER_UNITS)) return 'all';
  const units = unitsOf(actor, 'REPORTER', 'APPROVER');
  return (row, bind) => {
    const open = hasRole(actor, ...COMMITTEE)
      ? `${row}.unit_approved_at is not null`
      : `${row}.state = ${bind(AdjustmentState.APPROVED)}`;
    return units.length === 0 ? open : `(${open} or ${row}.unit_id = any(${bind(units)}::uuid[]))`;
  };
};

/** What hangs on requests (steps): read by whoever reads the request, and by officials alone, since it says who thought what of it. */
export const readableSteps: RowRule = (actor) => {
  const rule = readableRequests(actor);
  if (rule === 'all') return 'all';
  if (rule === 'none' || !isOfficial(actor)) return 'none';
  return (row, bind, table) =>
    `exists (select from ${table('adjustment_request')} rq where rq.id = ${row}.adjustment_request_id and ${rule('rq', bind, table)})`;
};

/** Whether the actor may see this very request: the same rule as the row predicate, for commands. */
export function canSeeRequest(actor: Actor, { unitId, state, unitApprovedAt }: StandingRequest): boolean {
  if (hasRole(actor, ...OVER_UNITS) || unitsOf(actor, 'REPORTER', 'APPROVER').includes(unitId)) return true;
  return hasRole(actor, ...COMMITTEE) ? unitApprovedAt !== null : state === AdjustmentState.APPROVED;
}

/** Who registers for a unit: its reporter. */
function canRegisterFor(actor: Actor, unitId: string): boolean {
  return hasRoleFor(actor, 'REPORTER', unitId);
}

/** Decisions of the levels are recorded by the secretariat or the head. */
export function canDecide(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'COMMITTEE_HEAD');
}

/** Whether a step from this state is the actor's. What was registered by oneself is judged by somebody else, with whatever roles. */
export function canTake(actor: Actor, action: AdjustmentAction, request: StandingRequest): boolean {
  if (action === 'withdraw') return canRegisterFor(actor, request.unitId);
  if (request.registeredById === actor.accountId) return false;
  if (action === 'appraise') return hasRole(actor, 'SECRETARIAT');
  if (request.state === AdjustmentState.REGISTERED) return hasRoleFor(actor, 'APPROVER', request.unitId);
  return canDecide(actor);
}

/** Whether the step is the actor's in any of the states from which it is taken: whoever may, only not now, is told what the state is. */
export function canEverTake(actor: Actor, action: AdjustmentAction, request: StandingRequest): boolean {
  const starts = Object.keys(TRANSITIONS[action]) as AdjustmentState[];
  return starts.some((state) => canTake(actor, action, { ...request, state }));
}

/** Whether the actor may take the step now. */
export function canTakeNow(actor: Actor, action: AdjustmentAction, request: StandingRequest): boolean {
  return isPossible(action, request.state) && canTake(actor, action, request);
}
