import type { Actor } from '../../platform/access/actor';
import type { Deciding } from '../../platform/commands/batched/batched-command';
import { refuse } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { canSeeItem, type ReportedItem } from '../../work/public';
import { canSubmitReport } from './progress-report.policy';
import { assertHasBegun, assertNotWaived, assertOpen } from './progress-report.rules';
import type { StandingCycle, SubmissionStanding } from './report-facts';

/** What tells whether a cycle takes reports on an item. */
type TakingStanding = Pick<SubmissionStanding, 'cycle' | 'reopenedUntil' | 'waivedFor'>;

/** Refuses where no report is taken, nor one begun: of an item that takes none, for a period that is not open. Gives the item and the cycle. */
export function assertTakesReports(
  { actor, today }: Pick<Deciding, 'actor' | 'today'>,
  period: string,
  loaded: ReportedItem | null,
  standing: TakingStanding,
): { item: ReportedItem; cycle: StandingCycle } {
  const item = getReportedItem(actor, loaded);
  assertInForce(item);
  const cycle = cycleOf(standing, period);
  assertNotWaived(item, cycle, standing);
  assertOpen(cycle, today, standing);
  assertHasBegun(item, cycle, today);
  return { item, cycle };
}

/** The item that was loaded, for a reporter of its lead unit. An item that the actor may not see is not there. */
export function getReportedItem(actor: Actor, item: ReportedItem | null): ReportedItem {
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
      `Đầu việc ${code} đã dừng thực hiện từ ${vietnameseDate(stoppedOn)}, nên không nhận báo cáo nữa; các báo cáo cũ vẫn còn. Nếu còn điều cần báo cáo, hãy hỏi cơ quan thường trực.`,
      `The item ${code} was stopped on ${stoppedOn}: it takes no reports any more, and those that came stay. If something is left to report, ask the secretariat.`,
    );
  }
  throw refuse(
    'CLOSED',
    ['input', 'workItemId'],
    `Đầu việc ${code} thuộc kế hoạch chưa ban hành hoặc đã rút, nên chưa nhận báo cáo. Hãy đợi kế hoạch được ban hành.`,
    `The item ${code} stands in a plan that is not issued, or was withdrawn: it takes no reports. Wait until the plan is issued.`,
  );
}

function cycleOf({ cycle }: TakingStanding, period: string): StandingCycle {
  if (cycle !== null) return cycle;
  throw refuse(
    'NOT_FOUND',
    ['input', 'period'],
    `Chương trình không có kỳ báo cáo ${period}. Hãy chọn một kỳ đang mở.`,
    `The programme has no reporting period ${period}. Choose one that is open.`,
  );
}

/** The milestones that an input names: all of them are the item's. */
export function assertOwnMilestones(
  { milestoneIds }: Pick<SubmissionStanding, 'milestoneIds'>,
  globalIds: readonly string[],
): string[] {
  if (milestoneIds.length === new Set(globalIds).size) return [...milestoneIds];
  throw refuse(
    'NOT_FOUND',
    ['input', 'milestoneIds'],
    'Có mốc không thuộc đầu việc này. Hãy chọn các mốc của đầu việc.',
    'One of the milestones does not belong to this item. Choose milestones of the item.',
  );
}
