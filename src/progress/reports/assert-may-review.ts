import type { Actor } from '../../platform/access/actor';
import type { Deciding } from '../../platform/commands/batched/batched-command';
import { dateOf } from '../../platform/lib/clock';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { assertVersion, conflictingWith, getReport } from './get-report';
import { canReviewReport, isReviewerOf } from './progress-report.policy';
import { type ProgressReportAction, stateAfter } from './progress-report.rules';
import type { JudgedReport, ReportFacts } from './report-facts';
import { awaitedLevelOf } from '../review/review-level.rules';
import { ReviewLevel } from '../review/review-level.state';

const PATH = ['input', 'progressReportId'];

/**
 * Refuses a review: of a report of one's own; by whoever never reviews reports of this unit, whatever the report's state; of a report that has changed since
 * the reviewer saw it, that waits for nobody, or whose step of this reviewer another one has taken (a conflict, with the report as it stands); of a step that
 * comes later. In this order: a reviewer who was overtaken learns that, not that the step is another's. Gives the level at which the actor reviews.
 */
export function assertMayReview(
  actor: Actor,
  action: Exclude<ProgressReportAction, 'withdraw'>,
  report: JudgedReport,
  expectedVersion?: number | null,
): ReviewLevel {
  assertEverReviews(actor, report);
  assertVersion(report, expectedVersion);
  conflictingWith(report, () => stateAfter(action, report.state));
  const level = awaitedLevelOf(report)!;
  if (canReviewReport(actor, action, report)) return level;
  // the unit's step comes first: who has no right after it had one before
  throw level === ReviewLevel.UNIT ? othersStep() : overtaken(report, level);
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

function overtaken(report: JudgedReport, level: ReviewLevel): DomainError {
  const [vi, en] = wayTo(report, level);
  return new DomainError(refuse('CONFLICT', PATH, vi, en).refusals, { progressReportId: report.id });
}

/** How the report came to a level that is not this reviewer's, and whom to ask there. */
function wayTo({ unitApprovedAt, secretariatApprovedAt }: JudgedReport, level: ReviewLevel): [vi: string, en: string] {
  if (level === ReviewLevel.STANDING_DEPUTY_HEAD) {
    return [
      `Cơ quan thường trực đã đồng ý báo cáo${whenOf(secretariatApprovedAt, 'vi')}, đang chờ Phó Trưởng ban Thường trực. Hãy tải lại; nếu cần trả lại, hãy đề nghị lãnh đạo Ban Chỉ đạo.`,
      `The secretariat agreed to the report${whenOf(secretariatApprovedAt, 'en')}; it waits for the standing deputy head. Reload it; to have it returned, ask the head of the committee.`,
    ];
  }
  if (unitApprovedAt === null) {
    return [
      'Khi báo cáo được nộp, đơn vị không có người duyệt nào khác người nộp, nên báo cáo đã chuyển thẳng đến cơ quan thường trực. Hãy tải lại; nếu cần trả lại, hãy đề nghị cơ quan thường trực.',
      'When the report came the unit had no approver but its reporter, so it went straight to the secretariat. Reload it; to have it returned, ask the secretariat.',
    ];
  }
  return [
    `Báo cáo đã được đơn vị duyệt${whenOf(unitApprovedAt, 'vi')}, đang chờ cơ quan thường trực. Hãy tải lại; nếu cần trả lại, hãy đề nghị cơ quan thường trực.`,
    `The report was approved by the unit${whenOf(unitApprovedAt, 'en')} and waits for the secretariat. Reload it; to have it returned, ask the secretariat.`,
  ];
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
    'Bước này thuộc về người duyệt của đơn vị, sau đó là cơ quan thường trực, rồi Phó Trưởng ban Thường trực nếu chương trình có cấp này.',
    'This step belongs to the unit’s approver, then to the secretariat, then to the standing deputy head where the programme has that level.',
  );
}
