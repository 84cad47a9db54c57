import { compareCodes } from '../../common/compare-codes';
import type { MyWorkQuery, ProgressReportState } from '../../generated/operations';

/** An item on a unit's list. */
export type WorkEntry = MyWorkQuery['workItems']['nodes'][number];

/** Where an item stands in its open cycle. */
export type CycleState = ProgressReportState | 'NONE' | 'NO_CYCLE';

/** The state of the newest report of the open cycle; reports come newest change first. */
export function cycleStateOf({
  openCycle,
  progressReports,
}: Pick<WorkEntry, 'openCycle' | 'progressReports'>): CycleState {
  if (openCycle === null) return 'NO_CYCLE';
  return progressReports.nodes.find(({ period }) => period === openCycle.period)?.state ?? 'NONE';
}

/** Whether the unit still owes a report for the open cycle. */
export function isOwed(state: CycleState): boolean {
  return state === 'NONE' || state === 'DRAFT' || state === 'RETURNED' || state === 'WITHDRAWN';
}

/** Items in the order in which a unit should take them: returned ones, owed ones by due date, then the rest by code. */
export function inOrderOfWork(entries: readonly WorkEntry[]): WorkEntry[] {
  return [...entries].sort(
    (a, b) => rank(a) - rank(b) || dueOn(a).localeCompare(dueOn(b)) || compareCodes(a.code, b.code),
  );
}

function rank(entry: WorkEntry): number {
  const state = cycleStateOf(entry);
  if (state === 'RETURNED') return 0;
  return isOwed(state) && entry.viewerCan.submitReport ? 1 : 2;
}

function dueOn(entry: WorkEntry): string {
  return isOwed(cycleStateOf(entry)) ? (entry.openCycle?.dueOn ?? '9999') : '9999';
}
