import { type Actor, hasRole, hasRoleFor, unitsOf } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';
import { isPossible, type ProgressReportAction } from './progress-report.rules';
import { ProgressReportState } from './progress-report.state';

/** Accepted reports are everybody's (rule R14: nothing else reaches a room); the others belong to the unit, the secretariat and inspection. */
export const readableReports: RowRule = (actor) => {
  if (hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR')) return 'all';
  const units = unitsOf(actor, 'REPORTER', 'APPROVER');
  return (row, bind) => {
    const accepted = `${row}.state = ${bind(ProgressReportState.ACCEPTED)}`;
    return units.length === 0 ? accepted : `(${accepted} or ${row}.unit_id = any(${bind(units)}::uuid[]))`;
  };
};

/** Whether the actor may see this very report: the same rule as the row predicate, for commands. */
export function canSeeReport(actor: Actor, report: { state: ProgressReportState; unitId: string }): boolean {
  return (
    report.state === ProgressReportState.ACCEPTED ||
    hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR') ||
    unitsOf(actor, 'REPORTER', 'APPROVER').includes(report.unitId)
  );
}

/** A reporter reports on the items that the reporter’s unit leads; whether the item takes reports is another question. */
export function canSubmitReport(actor: Actor, item: { leadUnitId: string }): boolean {
  return hasRoleFor(actor, 'REPORTER', item.leadUnitId);
}

interface ReviewedReport {
  readonly state: ProgressReportState;
  readonly unitId: string;
  readonly submittedById: string;
}

/** Whether the actor reviews reports of this unit at one of the two levels. */
export function isReviewerOf(actor: Actor, report: { unitId: string }): boolean {
  return hasRoleFor(actor, 'APPROVER', report.unitId) || hasRole(actor, 'SECRETARIAT');
}

/** Each level judges its own step while the state allows it; nobody judges a report of one's own, with whatever roles (rule R13). */
export function canReviewReport(
  actor: Actor,
  action: Exclude<ProgressReportAction, 'withdraw'>,
  report: ReviewedReport,
): boolean {
  if (report.submittedById === actor.accountId || !isPossible(action, report.state)) return false;
  return report.state === ProgressReportState.SUBMITTED
    ? hasRoleFor(actor, 'APPROVER', report.unitId)
    : hasRole(actor, 'SECRETARIAT');
}

/** Whether the report is the actor's own: who has lost the role of the unit's reporter has lost the report with it. */
export function isReporterOf(actor: Actor, report: { unitId: string; submittedById: string }): boolean {
  return report.submittedById === actor.accountId && hasRoleFor(actor, 'REPORTER', report.unitId);
}

/** The reporter takes a report of their own back until the unit has approved it. */
export function canWithdrawReport(actor: Actor, report: ReviewedReport): boolean {
  return isReporterOf(actor, report) && isPossible('withdraw', report.state);
}
