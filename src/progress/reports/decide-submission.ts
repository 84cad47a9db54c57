import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/access/actor';
import type { Deciding } from '../../platform/commands/batched/batched-command';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { filledOrNull } from '../../platform/lib/text';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { canSeeItem, type ReportedItem, reportReceived } from '../../work/public';
import { awaitedLevelOf, levelAfter, STATE_AWAITING } from '../review/review-level.rules';
import { ReviewLevel } from '../review/review-level.state';
import { skippedSteps } from '../review/review-steps';
import { assertVersion } from './get-report';
import { progressReportEvent } from './progress-report.events';
import type { SubmitProgressReportInput } from './progress-report.inputs';
import { canReviewReport, canSubmitReport, canWithdrawReport } from './progress-report.policy';
import {
  assertHasBegun,
  assertNotWaived,
  assertOpen,
  assertReasons,
  isLate,
  isPending,
  toStoredPercent,
} from './progress-report.rules';
import { ProgressReportState } from './progress-report.state';
import { makeReceiptCode } from './receipt-code';
import type { ReportFacts, StandingCycle, StandingReport, SubmissionStanding } from './report-facts';
import { type SubmittedReport, submittedRow } from './report-writes';

/** What a submission says, whoever put it together. */
export type Submitted = Omit<SubmitProgressReportInput, 'workItemId' | 'idempotencyKey'>;

/** Asks who reports on the item, whatever has become of the report. */
export function authoriseSubmission({ actor }: Pick<Deciding, 'actor'>, _input: object, { item }: ReportFacts): void {
  getItem(actor, item);
}

/** Refuses where no report is taken: of an item that takes none, for a period that is not open, while another one waits. */
export function assertTakesReport(
  { actor, today }: Pick<Deciding, 'actor' | 'today'>,
  input: Pick<Submitted, 'period' | 'expectedVersion'>,
  facts: ReportFacts,
) {
  const item = getItem(actor, facts.item);
  const standing = facts.standing!;
  assertInForce(item);
  const cycle = cycleOf(standing, input.period);
  assertNotWaived(item, cycle, standing);
  assertOpen(cycle, today, standing);
  assertHasBegun(item, cycle, today);
  assertNothingPending(actor, standing.reports, cycle, input);
  return { item, cycle, standing };
}

/** What becomes of a submission: it is refused with all that it lacks, or waits for the first level that somebody holds. */
export function decideSubmission({ actor, now, today }: Deciding, input: Submitted, facts: ReportFacts) {
  const percentComplete = toStoredPercent(input.percentComplete);
  const { item, cycle, standing } = assertTakesReport({ actor, today }, input, facts);
  assertReasons({ ...input, percentComplete }, { ...standing, today, cycle });
  const { awaited, skipped } = levelAfter(facts.levels!, null);
  const report: SubmittedReport = {
    ...textsOf(input),
    id: randomUUID(),
    receiptCode: makeReceiptCode(item.code, input.period),
    workItemId: item.id,
    cycleId: cycle.id,
    period: input.period,
    unitId: standing.unitId,
    state: STATE_AWAITING[awaited!],
    percentComplete,
    claimedHealth: input.claimedHealth ?? null,
    isLate: isLate(cycle, today),
    milestoneIds: milestonesOf(standing, input.milestoneIds ?? []),
    submittedById: actor.accountId,
    submittedAt: now,
    changedAt: now,
    version: 1,
    // a report on a sample item goes when the sample goes
    isSample: item.isSample,
  };
  return {
    change: {
      submitted: submittedRow(report),
      reviews: skippedSteps(report.id, skipped, now),
      item: reportReceived(item, now, cycle.endsOn),
    },
    touched: ['progress_report', 'work_item', ...(skipped.length > 0 ? ['progress_report_review'] : [])],
    event: progressReportEvent('PROGRESS_REPORT_SUBMITTED', report, item, {
      isLate: report.isLate,
      awaitedLevel: awaited!,
      skippedLevels: [...skipped],
    }),
    written: { progressReportId: report.id, receipt: { code: report.receiptCode, receivedAt: now.toISOString() } },
  };
}

function textsOf(input: Submitted) {
  return {
    summary: input.summary.trim(),
    difficulties: filledOrNull(input.difficulties),
    proposals: filledOrNull(input.proposals),
    healthReason: filledOrNull(input.healthReason),
    decreaseReason: filledOrNull(input.decreaseReason),
    latenessReason: filledOrNull(input.latenessReason),
  };
}

/** The item that was loaded, for a reporter of its lead unit. An item that the actor may not see is not there. */
function getItem(actor: Actor, item: ReportedItem | null): ReportedItem {
  if (item === null || !canSeeItem(actor, item)) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'workItemId'],
      'Không có đầu việc này. Hãy kiểm tra lại mã định danh.',
      'There is no such work item. Check the id.',
    );
  }
  if (canSubmitReport(actor, item)) return item;
  throw refuse(
    'FORBIDDEN',
    ['input', 'workItemId'],
    'Chỉ cán bộ báo cáo của đơn vị chủ trì được nộp báo cáo cho đầu việc này.',
    'Only a reporter of the lead unit reports on this item.',
  );
}

/** Reports are taken on what was decided: the rows of a draft, or of a plan that was withdrawn, are none. */
function assertInForce({ code, isInForce, stoppedOn }: ReportedItem): void {
  if (isInForce) return;
  if (stoppedOn !== null) {
    throw refuse(
      'CLOSED',
      ['input', 'workItemId'],
      `Đầu việc ${code} đã dừng thực hiện từ ${vietnameseDate(stoppedOn)}, nên không nhận báo cáo nữa. Các báo cáo cũ vẫn còn.`,
      `The item ${code} was stopped on ${stoppedOn}: it takes no reports any more. Those that came stay.`,
    );
  }
  throw refuse(
    'CLOSED',
    ['input', 'workItemId'],
    `Đầu việc ${code} thuộc kế hoạch chưa ban hành hoặc đã rút, nên chưa nhận báo cáo. Hãy đợi kế hoạch được ban hành.`,
    `The item ${code} stands in a plan that is not issued, or was withdrawn: it takes no reports. Wait until the plan is issued.`,
  );
}

function cycleOf({ cycle }: SubmissionStanding, period: string): StandingCycle {
  if (cycle !== null) return cycle;
  throw refuse(
    'NOT_FOUND',
    ['input', 'period'],
    `Chương trình không có kỳ báo cáo ${period}. Hãy chọn một kỳ đang mở.`,
    `The programme has no reporting period ${period}. Choose one that is open.`,
  );
}

function assertNothingPending(
  actor: Actor,
  reports: readonly StandingReport[],
  cycle: StandingCycle,
  { expectedVersion }: Pick<Submitted, 'expectedVersion'>,
): void {
  const [newest] = reports;
  if (newest !== undefined) assertVersion(newest, expectedVersion);
  else assertNoneExpected(expectedVersion);
  const pending = reports.find(({ state }) => isPending(state));
  if (pending === undefined) return;
  const [vi, en] = wayPast(actor, pending);
  throw new DomainError(
    [
      {
        code: 'CONFLICT',
        path: ['input', 'period'],
        message: {
          vi: `Kỳ ${cycle.period} đã có báo cáo đang chờ duyệt (${pending.receiptCode}). ${vi}`,
          en: `A report for ${cycle.period} is waiting for review (${pending.receiptCode}). ${en}`,
        },
      },
    ],
    { progressReportId: pending.id },
  );
}

/** What this reporter can do about a report that waits, as far as it is his to do. */
function wayPast(actor: Actor, pending: StandingReport): readonly [vi: string, en: string] {
  if (canWithdrawReport(actor, pending)) {
    return ['Hãy thu hồi trước khi nộp lại.', 'Withdraw it before submitting again.'];
  }
  if (canReviewReport(actor, 'return', pending)) {
    return ['Hãy trả lại báo cáo đó trước khi nộp báo cáo khác.', 'Return it before submitting another one.'];
  }
  if (awaitedLevelOf(pending) === ReviewLevel.STANDING_DEPUTY_HEAD) {
    return [
      'Cơ quan thường trực đã đồng ý báo cáo: hãy đợi Phó Trưởng ban Thường trực, hoặc đề nghị lãnh đạo Ban Chỉ đạo trả lại.',
      'The secretariat has agreed to it: wait for the standing deputy head, or ask the head of the committee to return it.',
    ];
  }
  if (pending.state === ProgressReportState.SUBMITTED) {
    return [
      'Báo cáo do người khác nộp: hãy đề nghị người nộp thu hồi, hoặc người duyệt của đơn vị trả lại.',
      'Somebody else submitted it: ask whoever did to withdraw it, or the unit’s approver to return it.',
    ];
  }
  return [
    'Báo cáo đã qua bước của đơn vị: hãy đợi cơ quan thường trực, hoặc đề nghị cơ quan thường trực trả lại.',
    'It is past the unit’s step: wait for the secretariat, or ask the secretariat to return it.',
  ];
}

/** The caller saw a report of this item and period, but there is none. */
function assertNoneExpected(expectedVersion: number | null | undefined): void {
  if (expectedVersion === null || expectedVersion === undefined || expectedVersion === 0) return;
  throw refuse(
    'CONFLICT',
    ['input', 'expectedVersion'],
    'Chưa có báo cáo nào của đầu việc và kỳ này. Hãy tải lại.',
    'There is no report of this item and period. Reload it.',
  );
}

/** The milestones that a submission names: all of them are the item's. */
function milestonesOf({ milestoneIds }: SubmissionStanding, globalIds: readonly string[]): string[] {
  if (milestoneIds.length === new Set(globalIds).size) return [...milestoneIds];
  throw refuse(
    'NOT_FOUND',
    ['input', 'milestoneIds'],
    'Có mốc không thuộc đầu việc này. Hãy chọn các mốc của đầu việc.',
    'One of the milestones does not belong to this item. Choose milestones of the item.',
  );
}
