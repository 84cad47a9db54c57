import { type EntityManager, In } from 'typeorm';
import { defineCommand } from '../platform/commands/declared-command';
import type { Asking, Command } from '../platform/commands/command';
import { keyOf, lockRow } from '../platform/commands/rows';
import { DomainError, refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { filledOrNull } from '../platform/lib/text';
import { canSeeItem, Milestone, noteReportReceived, WorkItem } from '../work/public';
import { assertVersion } from './load-report';
import { loadStanding, type StandingCycle, type StandingReport, type SubmissionStanding } from './load-standing';
import { ProgressReport } from './progress-report.entity';
import { progressReportEvent } from './progress-report.events';
import { SubmitProgressReportInput } from './progress-report.inputs';
import { canReviewReport, canSubmitReport, canWithdrawReport } from './progress-report.policy';
import { assertHasBegun, assertOpen, assertReasons, isLate, isPending, toStoredPercent } from './progress-report.rules';
import { ProgressReportState } from './progress-report.state';
import { makeReceiptCode } from './receipt-code';
import { Receipt } from './receipt.type';

/** A reporter submits progress on an item of the own unit for an open period. */
export const submitProgressReport = defineCommand({
  name: 'submitProgressReport',
  description: says(
    'Nộp báo cáo tiến độ của một đầu việc do đơn vị mình chủ trì.',
    'Submits a report on an item that the own unit leads.',
  ),
  input: SubmitProgressReportInput,
  returns: { progressReport: ProgressReport },
  values: {
    receipt: {
      type: Receipt,
      description: says(
        'Bằng chứng đã nhận, cần lưu giữ; trống khi bị từ chối.',
        'Proof to be kept that it arrived; empty when refused.',
      ),
    },
  },
  /** Who reports on the item, whatever has become of the report; what is judged by is locked at once. */
  rights: (asking, { workItemId }) => getItem(asking, workItemId),
  async run({ tx, actor, now, today, append }, input, item) {
    const percentComplete = toStoredPercent(input.percentComplete);
    assertInForce(item);
    const standing = await loadStanding(tx, item, { ...input, percentComplete }, today);
    const cycle = cycleOf(standing, input.period);
    assertOpen(cycle, today);
    assertHasBegun(item, cycle, today);
    assertNothingPending(actor, standing.reports, cycle, input);
    assertReasons({ ...input, percentComplete }, { ...standing, today, cycle });
    const report = await tx.manager.save(ProgressReport, {
      ...textsOf(input),
      receiptCode: makeReceiptCode(item.code, input.period),
      workItemId: item.id,
      cycleId: cycle.id,
      period: input.period,
      unitId: standing.unitId,
      state: ProgressReportState.SUBMITTED,
      percentComplete,
      claimedHealth: input.claimedHealth ?? null,
      isLate: isLate(cycle, today),
      milestoneIds: await milestonesOf(tx.manager, item, input.milestoneIds ?? []),
      submittedById: actor.accountId,
      submittedAt: now,
      changedAt: now,
      // a report on a sample item goes when the sample goes
      isSample: item.isSample,
    });
    await noteReportReceived(tx.manager, item, now, cycle.endsOn);
    append(progressReportEvent('PROGRESS_REPORT_SUBMITTED', report, item, { isLate: report.isLate }));
    return { progressReportId: report.id, receipt: { code: report.receiptCode, receivedAt: now.toISOString() } };
  },
});

function textsOf(input: SubmitProgressReportInput) {
  return {
    summary: input.summary.trim(),
    difficulties: filledOrNull(input.difficulties),
    proposals: filledOrNull(input.proposals),
    healthReason: filledOrNull(input.healthReason),
    decreaseReason: filledOrNull(input.decreaseReason),
    latenessReason: filledOrNull(input.latenessReason),
  };
}

/** The item of a client's id, locked, for a reporter of its lead unit. An item that the actor may not see is not there. */
async function getItem({ tx, actor }: Asking, globalId: string): Promise<WorkItem> {
  const item = await lockRow(tx.manager, WorkItem, globalId);
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
function assertInForce({ code, isInForce }: WorkItem): void {
  if (isInForce) return;
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
  actor: Command['actor'],
  reports: readonly StandingReport[],
  cycle: StandingCycle,
  { expectedVersion }: SubmitProgressReportInput,
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
function wayPast(actor: Command['actor'], pending: StandingReport): readonly [vi: string, en: string] {
  if (canWithdrawReport(actor, pending)) {
    return ['Hãy thu hồi trước khi nộp lại.', 'Withdraw it before submitting again.'];
  }
  if (canReviewReport(actor, 'return', pending)) {
    return ['Hãy trả lại báo cáo đó trước khi nộp báo cáo khác.', 'Return it before submitting another one.'];
  }
  if (pending.state === ProgressReportState.SUBMITTED) {
    return [
      'Báo cáo do người khác nộp: hãy đề nghị người nộp thu hồi, hoặc người duyệt của đơn vị trả lại.',
      'Somebody else submitted it: ask whoever did to withdraw it, or the unit’s approver to return it.',
    ];
  }
  return [
    'Đơn vị đã duyệt báo cáo: hãy đợi cơ quan thường trực, hoặc đề nghị cơ quan thường trực trả lại.',
    'The unit has approved it: wait for the secretariat, or ask the secretariat to return it.',
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

async function milestonesOf(manager: EntityManager, item: WorkItem, globalIds: readonly string[]): Promise<string[]> {
  const ids = globalIds.map((id) => keyOf(Milestone, id));
  const known = ids.filter((id) => id !== null);
  const found = known.length === 0 ? [] : await manager.findBy(Milestone, { id: In(known), workItemId: item.id });
  if (found.length === new Set(globalIds).size) return found.map((milestone) => milestone.id);
  throw refuse(
    'NOT_FOUND',
    ['input', 'milestoneIds'],
    'Có mốc không thuộc đầu việc này. Hãy chọn các mốc của đầu việc.',
    'One of the milestones does not belong to this item. Choose milestones of the item.',
  );
}
