import { DomainError, refuse, type Refusal } from '../../platform/lib/domain-error';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { isBlank } from '../../platform/lib/text-forms';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { STATE_AWAITING } from '../review/review-level.rules';
import type { ReviewLevel } from '../review/review-level.state';
import { ProgressReportState } from './progress-report.state';

const { SUBMITTED, UNIT_APPROVED, ACCEPTED, RETURNED, WITHDRAWN } = ProgressReportState;

/** What can be done with a report that is there. */
export type ProgressReportAction = 'approve' | 'return' | 'withdraw';

/** Where each action leads, by the state in which it is taken; what is not here is not possible. What is settled stays so: a correction is a report of its own. */
export const TRANSITIONS: Readonly<
  Record<ProgressReportAction, Partial<Record<ProgressReportState, ProgressReportState>>>
> = {
  approve: { SUBMITTED: UNIT_APPROVED, UNIT_APPROVED: ACCEPTED },
  return: { SUBMITTED: RETURNED, UNIT_APPROVED: RETURNED },
  // only while nobody has judged it: see isWithdrawable
  withdraw: { SUBMITTED: WITHDRAWN, UNIT_APPROVED: WITHDRAWN },
};

/** Dates of a reporting cycle. */
export interface CycleDates {
  readonly period: string;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

/** What a submission says, as far as rules look at it. */
export interface Submission {
  readonly percentComplete: number;
  readonly decreaseReason?: string | null;
  readonly latenessReason?: string | null;
  readonly claimedHealth?: string | null;
  readonly healthReason?: string | null;
}

/** What a submission is compared with. */
export interface Standing {
  readonly today: CalendarDate;
  readonly cycle: CycleDates;
  /** Percentage of the accepted report before it; null when there is none. */
  readonly acceptedPercent: number | null;
  /** Health that the item would have with the submitted percentage. */
  readonly computedHealth: string;
}

/**
 * A percentage as it is kept, with two decimals. What is below 100 stays below: 99.999 rounded to 100 would complete an item that its unit says is
 * not complete.
 */
export function toStoredPercent(percent: number): number {
  return percent < 100 ? Math.min(Math.round(percent * 100) / 100, 99.99) : 100;
}

/** Whether a report received today is late for its cycle. */
export function isLate(cycle: CycleDates, today: CalendarDate): boolean {
  return today > cycle.dueOn;
}

/** What the secretariat has said of an item and a cycle, outside the rules. */
export interface Exceptions {
  /** Last day until which the cycle takes reports on the item though it is locked. */
  readonly reopenedUntil: CalendarDate | null;
  /** Why no report is expected. */
  readonly waivedFor: string | null;
}

/** Refuses a report that the secretariat does not expect. */
export function assertNotWaived(
  { code }: { readonly code: string },
  cycle: CycleDates,
  { waivedFor }: Exceptions,
): void {
  if (waivedFor === null) return;
  throw refuse(
    'CLOSED',
    ['input', 'period'],
    `Đầu việc ${code} được miễn báo cáo kỳ ${cycle.period}: “${waivedFor}”. Hãy chọn một kỳ khác của đầu việc (openCycles), hoặc báo cơ quan thường trực.`,
    `The item ${code} need not be reported on for ${cycle.period}: “${waivedFor}”. Choose another of its periods (openCycles), or ask the secretariat.`,
  );
}

/** Refuses a submission to a cycle that is not open (rule R15: a closed period is locked), unless it was opened again for the item. */
export function assertOpen(
  cycle: CycleDates,
  today: CalendarDate,
  { reopenedUntil }: Pick<Exceptions, 'reopenedUntil'> = { reopenedUntil: null },
): void {
  const path = ['input', 'period'];
  if (today < cycle.opensOn) {
    throw refuse(
      'CLOSED',
      path,
      `Kỳ ${cycle.period} chưa mở. Hãy nộp từ ngày ${vietnameseDate(cycle.opensOn)}.`,
      `The period ${cycle.period} is not open yet. Submit from ${cycle.opensOn} on.`,
    );
  }
  if (today > cycle.closesOn && (reopenedUntil === null || today > reopenedUntil)) {
    throw refuse(
      'CLOSED',
      path,
      `Kỳ ${cycle.period} đã khóa từ sau ${vietnameseDate(cycle.closesOn)}. Hãy báo cơ quan thường trực nếu cần đính chính.`,
      `The period ${cycle.period} was locked after ${cycle.closesOn}. Ask the secretariat for a correction.`,
    );
  }
}

/** An item, as far as its cycles depend on it. */
export interface ReportedItem {
  readonly code: string;
  readonly startsOn: CalendarDate;
}

/** Refuses a report on an item that has not begun, and one for a cycle that was due before it began: that is none of its. */
export function assertHasBegun({ code, startsOn }: ReportedItem, cycle: CycleDates, today: CalendarDate): void {
  const begins = vietnameseDate(startsOn);
  if (today < startsOn) {
    throw refuse(
      'CLOSED',
      ['input', 'workItemId'],
      `Đầu việc ${code} bắt đầu ngày ${begins}, nên chưa nhận báo cáo. Hãy nộp từ ngày đó.`,
      `The item ${code} begins on ${startsOn}: it takes no reports yet. Submit from that day on.`,
    );
  }
  if (cycle.dueOn >= startsOn) return;
  throw refuse(
    'CLOSED',
    ['input', 'period'],
    `Kỳ ${cycle.period} đến hạn ngày ${vietnameseDate(cycle.dueOn)}, trước khi đầu việc ${code} bắt đầu (${begins}), nên không có báo cáo cho kỳ này. Hãy chọn một kỳ của đầu việc (openCycles).`,
    `The period ${cycle.period} was due on ${cycle.dueOn}, before the item ${code} began on ${startsOn}: there is no report for it. Choose one of the item’s own periods (openCycles).`,
  );
}

/** Refuses a submission without the reasons that it needs; all missing ones at once. */
export function assertReasons(submission: Submission, standing: Standing): void {
  const refusals = [
    latenessRefusal(submission, standing),
    decreaseRefusal(submission, standing),
    healthRefusal(submission, standing),
  ];
  const stated = refusals.filter((refusal): refusal is Refusal => refusal !== null);
  if (stated.length > 0) throw new DomainError(stated);
}

function latenessRefusal(submission: Submission, { cycle, today }: Standing): Refusal | null {
  if (!isLate(cycle, today) || !isBlank(submission.latenessReason)) return null;
  return {
    code: 'LATENESS_REASON_REQUIRED',
    path: ['input', 'latenessReason'],
    message: {
      vi: `Hạn nộp là ${vietnameseDate(cycle.dueOn)}. Hãy nêu lý do nộp chậm.`,
      en: `The report was due on ${cycle.dueOn}. State why it is late.`,
    },
  };
}

function decreaseRefusal(submission: Submission, { acceptedPercent }: Standing): Refusal | null {
  if (acceptedPercent === null || submission.percentComplete >= acceptedPercent) return null;
  if (!isBlank(submission.decreaseReason)) return null;
  return {
    code: 'DECREASE_REASON_REQUIRED',
    path: ['input', 'decreaseReason'],
    message: {
      vi: `Tiến độ thấp hơn kỳ trước (${vietnameseNumber(acceptedPercent)}%). Hãy nêu lý do giảm.`,
      en: `The percentage is below the previous one (${acceptedPercent} %). State why it fell.`,
    },
  };
}

function healthRefusal({ claimedHealth, healthReason }: Submission, { computedHealth }: Standing): Refusal | null {
  if (claimedHealth == null || claimedHealth === computedHealth || !isBlank(healthReason)) return null;
  return {
    code: 'INVALID',
    path: ['input', 'healthReason'],
    message: {
      vi: 'Tự đánh giá khác kết quả hệ thống tính. Hãy nêu lý do.',
      en: 'Your assessment differs from the computed health. State why.',
    },
  };
}

/** Whether a state allows an action. */
export function isPossible(action: ProgressReportAction, state: ProgressReportState): boolean {
  return TRANSITIONS[action][state] !== undefined;
}

/** Who has judged a report so far; moments, or their texts. */
export interface JudgedStanding {
  readonly state: ProgressReportState;
  readonly unitApprovedAt: Date | string | null;
  readonly secretariatApprovedAt: Date | string | null;
}

/** Whether a report may still be taken back: until somebody has judged it. One that came past its unit since nobody could hold that level has been judged by nobody. */
export function isWithdrawable({ state, unitApprovedAt, secretariatApprovedAt }: JudgedStanding): boolean {
  if (!isPossible('withdraw', state)) return false;
  return state === SUBMITTED || (unitApprovedAt === null && secretariatApprovedAt === null);
}

/** The state of a report that is taken back; refuses where it has been judged. */
export function stateAfterWithdrawal(standing: JudgedStanding): ProgressReportState {
  if (isWithdrawable(standing)) return stateAfter('withdraw', standing.state);
  throw wrongState(standing.state);
}

/** Whether a report waits for a reviewer. */
export function isPending(state: ProgressReportState): boolean {
  return isPossible('approve', state);
}

/** The state after an action, where a level of review comes next or none does; refuses an action that the state does not allow. */
export function stateAfter(
  action: ProgressReportAction,
  state: ProgressReportState,
  next: ReviewLevel | null = null,
): ProgressReportState {
  const after = TRANSITIONS[action][state];
  // accepted after the last level alone
  if (after === ACCEPTED && next !== null) return STATE_AWAITING[next];
  if (after !== undefined) return after;
  throw wrongState(state);
}

function wrongState(state: ProgressReportState): DomainError {
  const names: Record<ProgressReportState, readonly [string, string]> = {
    DRAFT: ['là bản nháp', 'a draft'],
    SUBMITTED: ['đã nộp, chờ đơn vị duyệt', 'submitted'],
    UNIT_APPROVED: ['đã được đơn vị duyệt', 'approved by the unit'],
    ACCEPTED: ['đã được chấp nhận', 'accepted'],
    RETURNED: ['đã bị trả lại', 'returned'],
    WITHDRAWN: ['đã thu hồi', 'withdrawn'],
  };
  const [vi, en] = names[state];
  return refuse(
    'CONFLICT',
    ['input', 'progressReportId'],
    `Báo cáo ${vi}, không thực hiện được bước này. Hãy tải lại.`,
    `The report is ${en}; this step is not possible. Reload it.`,
  );
}

function vietnameseNumber(value: number): string {
  return String(value).replace('.', ',');
}
