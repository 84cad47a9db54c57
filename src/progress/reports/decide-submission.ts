import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/access/actor';
import type { Deciding } from '../../platform/commands/batched/batched-command';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { filledOrNull } from '../../platform/lib/text';
import { reportReceived } from '../../work/public';
import { awaitedLevelOf, levelAfter, STATE_AWAITING } from '../review/review-level.rules';
import { ReviewLevel } from '../review/review-level.state';
import { skippedSteps } from '../review/review-steps';
import { assertOwnMilestones, assertTakesReports, getReportedItem } from './assert-takes-reports';
import { assertVersion } from './get-report';
import { obstaclesOfReport } from './obstacles-of-report';
import { progressReportEvent } from './progress-report.events';
import type { SubmitProgressReportInput } from './progress-report.inputs';
import { canReviewReport, canWithdrawReport } from './progress-report.policy';
import { assertReasons, isLate, isPending, toStoredPercent } from './progress-report.rules';
import { ProgressReportState } from './progress-report.state';
import { makeReceiptCode } from './receipt-code';
import type { ReportFacts, StandingCycle, StandingReport } from './report-facts';
import { type SubmittedReport, submittedRow } from './report-writes';

/** What a submission says, whoever put it together. */
export type Submitted = Omit<SubmitProgressReportInput, 'workItemId' | 'idempotencyKey'>;

/** Asks who reports on the item, whatever has become of the report. */
export function authoriseSubmission({ actor }: Pick<Deciding, 'actor'>, _input: object, { item }: ReportFacts): void {
  getReportedItem(actor, item);
}

/** Refuses where no report is taken: of an item that takes none, for a period that is not open, while another one waits. */
export function assertTakesReport(
  { actor, today }: Pick<Deciding, 'actor' | 'today'>,
  input: Pick<Submitted, 'period' | 'expectedVersion'>,
  facts: ReportFacts,
) {
  const standing = facts.standing!;
  const { item, cycle } = assertTakesReports({ actor, today }, input.period, facts.item, standing);
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
    milestoneIds: assertOwnMilestones(standing, input.milestoneIds ?? []),
    submittedById: actor.accountId,
    submittedAt: now,
    changedAt: now,
    version: 1,
    // a report on a sample item goes when the sample goes
    isSample: item.isSample,
  };
  const obstacles = obstaclesOfReport({ actor, today }, input.obstacles ?? [], item, standing.unitId);
  return {
    change: {
      submitted: submittedRow(report),
      obstacles: obstacles.rows,
      reviews: skippedSteps(report.id, skipped, now),
      item: reportReceived(item, now, cycle.endsOn),
      used_draft_id: standing.draftId,
    },
    touched: [
      'progress_report',
      'work_item',
      ...(skipped.length > 0 ? ['progress_report_review'] : []),
      ...(standing.draftId === null ? [] : ['progress_report_draft']),
    ],
    event: progressReportEvent('PROGRESS_REPORT_SUBMITTED', report, item, {
      isLate: report.isLate,
      awaitedLevel: awaited!,
      skippedLevels: [...skipped],
    }),
    further: obstacles.further,
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
