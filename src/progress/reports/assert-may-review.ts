import type { Actor } from '../../platform/access/actor';
import type { Deciding } from '../../platform/commands/batched/batched-command';
import { dateOf } from '../../platform/lib/clock';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { assertVersion, conflictingWith, getReport } from './get-report';
import { canReviewReport, isReviewerOf } from './progress-report.policy';
import { type ProgressReportAction, stateAfter } from './progress-report.rules';
import type { JudgedReport, ReportFacts } from './report-facts';
import { ProgressReportState } from './progress-report.state';

const PATH = ['input', 'progressReportId'];

/**
 * Refuses a review: of a report of one's own; by whoever never reviews reports of this unit, whatever the report's state; of a report that has changed since
 * the reviewer saw it, that waits for nobody, or whose step of this reviewer another one has taken (a conflict, with the report as it stands); of a step that
 * comes later. In this order: a reviewer who was overtaken learns that, not that the step is another's. Gives the state to which the review leads.
 */
export function assertMayReview(
  actor: Actor,
  action: Exclude<ProgressReportAction, 'withdraw'>,
  report: JudgedReport,
  expectedVersion?: number | null,
): ProgressReportState {
  assertEverReviews(actor, report);
  assertVersion(report, expectedVersion);
  const after = conflictingWith(report, () => stateAfter(action, report.state));
  if (canReviewReport(actor, action, report)) return after;
  // the unit's step comes first: who has no right after it had one before
  throw report.state === ProgressReportState.UNIT_APPROVED ? overtaken(report) : othersStep();
}

/** Asks who reviews reports of the unit, and has not submitted this one. */
export function authoriseReview({ actor }: Pick<Deciding, 'actor'>, _input: object, facts: ReportFacts): void {
  assertEverReviews(actor, getReport(actor, facts).report);
}

function assertEverReviews(actor: Actor, report: JudgedReport): void {
  if (report.submittedById === actor.accountId) {
    throw refuse(
      'FORBIDDEN',
      PATH,
      'Không được tự duyệt báo cáo của chính mình.',
      'Nobody reviews a report of their own.',
    );
  }
  if (!isReviewerOf(actor, report)) throw othersStep();
}

function overtaken(report: JudgedReport): DomainError {
  const { refusals } = refuse(
    'CONFLICT',
    PATH,
    `Báo cáo đã được đơn vị duyệt${whenOf(report.unitApprovedAt, 'vi')}, đang chờ cơ quan thường trực. Hãy tải lại; nếu cần trả lại, hãy đề nghị cơ quan thường trực.`,
    `The report was approved by the unit${whenOf(report.unitApprovedAt, 'en')} and waits for the secretariat. Reload it; to have it returned, ask the secretariat.`,
  );
  return new DomainError(refusals, { progressReportId: report.id });
}

function whenOf(at: string | null, language: 'vi' | 'en'): string {
  if (at === null) return '';
  const date = dateOf(new Date(at));
  return language === 'vi' ? ` ngày ${vietnameseDate(date)}` : ` on ${date}`;
}

function othersStep(): DomainError {
  return refuse(
    'FORBIDDEN',
    PATH,
    'Bước này thuộc về người duyệt của đơn vị, sau đó là cơ quan thường trực.',
    'This step belongs to the unit’s approver, then to the secretariat.',
  );
}
