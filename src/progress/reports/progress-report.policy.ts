import { type Actor, hasRole, hasRoleFor, unitsOf } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';
import { isPossible, isWithdrawable, type JudgedStanding, type ProgressReportAction } from './progress-report.rules';
import { awaitedLevelOf, type ReviewStanding } from '../review/review-level.rules';
import { ReviewLevel } from '../review/review-level.state';
import { ProgressReportState } from './progress-report.state';

/**
 * Accepted reports are everybody's (rule R14: nothing else reaches a room); the others belong to the unit, the secretariat and inspection, and those that went on to the
 * standing deputy head to the heads of the committee, too.
 */
export const readableReports: RowRule = (actor) => {
  if (hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR')) return 'all';
  const units = unitsOf(actor, 'REPORTER', 'APPROVER');
  return (row, bind) => {
    const seen = [`${row}.state = ${bind(ProgressReportState.ACCEPTED)}`];
    if (units.length > 0) seen.push(`${row}.unit_id = any(${bind(units)}::uuid[])`);
    if (hasRole(actor, 'COMMITTEE_HEAD')) seen.push(`${row}.secretariat_approved_at is not null`);
    return seen.length === 1 ? seen[0]! : `(${seen.join(' or ')})`;
  };
};

/** Steps of a review are seen by whoever sees the report. */
export const readableReviews: RowRule = (actor) => {
  const reports = readableReports(actor);
  if (typeof reports === 'string') return reports;
  return (row, bind, table) =>
    `exists (select from ${table('progress_report')} seen where seen.id = ${row}.progress_report_id and ${reports('seen', bind, table)})`;
};

/** The properties that the rule on reports looks at. */
export function reportsReadableBy(actor: Actor): readonly string[] {
  return ['state', 'unitId', ...(hasRole(actor, 'COMMITTEE_HEAD') ? ['secretariatApprovedAt'] : [])];
}

/** Whether the actor may see this very report: the same rule as the row predicate, for commands. */
export function canSeeReport(actor: Actor, report: ReviewStanding & { readonly unitId: string }): boolean {
  return (
    report.state === ProgressReportState.ACCEPTED ||
    hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR') ||
    unitsOf(actor, 'REPORTER', 'APPROVER').includes(report.unitId) ||
    (report.secretariatApprovedAt !== null && hasRole(actor, 'COMMITTEE_HEAD'))
  );
}

/** A reporter reports on the items that the reporter’s unit leads; whether the item takes reports is another question. */
export function canSubmitReport(actor: Actor, item: { leadUnitId: string }): boolean {
  return hasRoleFor(actor, 'REPORTER', item.leadUnitId);
}

interface ReviewedReport extends ReviewStanding {
  readonly unitId: string;
  readonly submittedById: string;
}

/** Whether the actor holds a level of review for reports of a unit. */
function holdsLevel(actor: Actor, level: ReviewLevel, unitId: string): boolean {
  if (level === ReviewLevel.UNIT) return hasRoleFor(actor, 'APPROVER', unitId);
  return hasRole(actor, level === ReviewLevel.SECRETARIAT ? 'SECRETARIAT' : 'COMMITTEE_HEAD');
}

/** Whether the actor reviews reports of this unit at one of the levels; a head those that came to the standing deputy head. */
export function isReviewerOf(actor: Actor, report: Pick<ReviewedReport, 'unitId' | 'secretariatApprovedAt'>): boolean {
  const levels = [ReviewLevel.UNIT, ReviewLevel.SECRETARIAT];
  if (report.secretariatApprovedAt !== null) levels.push(ReviewLevel.STANDING_DEPUTY_HEAD);
  return levels.some((level) => holdsLevel(actor, level, report.unitId));
}

/** Each level judges its own step while the state allows it; nobody judges a report of one's own, with whatever roles (rule R13). */
export function canReviewReport(
  actor: Actor,
  action: Exclude<ProgressReportAction, 'withdraw'>,
  report: ReviewedReport,
): boolean {
  const awaited = awaitedLevelOf(report);
  if (report.submittedById === actor.accountId || awaited === null || !isPossible(action, report.state)) return false;
  return holdsLevel(actor, awaited, report.unitId);
}

/** Whether the report is the actor's own: who has lost the role of the unit's reporter has lost the report with it. */
export function isReporterOf(actor: Actor, report: { unitId: string; submittedById: string }): boolean {
  return report.submittedById === actor.accountId && hasRoleFor(actor, 'REPORTER', report.unitId);
}

/** The reporter takes a report of their own back until somebody has judged it. */
export function canWithdrawReport(actor: Actor, report: ReviewedReport & JudgedStanding): boolean {
  return isReporterOf(actor, report) && isWithdrawable(report);
}
