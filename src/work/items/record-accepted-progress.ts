import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import type { Health } from '../../programme/public';
import { Milestone } from './milestone.entity';
import { WorkItem } from './work-item.entity';

/** What an accepted report of an item's latest period says. */
export interface AcceptedProgress {
  readonly percentComplete: number;
  readonly claimedHealth: Health | null;
  /** The day on which the server received the report. */
  readonly receivedOn: CalendarDate;
}

/** Writes accepted progress into the item: its percentage, its claimed health, its completion at 100 %. */
export async function recordAcceptedProgress(
  manager: EntityManager,
  item: WorkItem,
  progress: AcceptedProgress,
): Promise<void> {
  item.percentComplete = progress.percentComplete;
  item.claimedHealth = progress.claimedHealth;
  if (progress.percentComplete < 100) item.completedOn = null;
  // a correction that confirms 100 % leaves the day of completion as it was
  else item.completedOn ??= progress.receivedOn;
  await manager.save(item);
}

/** Marks milestones of an item as reached, on the day the report that says so was received; those reached before keep their day. */
export async function recordReachedMilestones(
  manager: EntityManager,
  itemId: string,
  milestoneIds: readonly string[],
  receivedOn: CalendarDate,
): Promise<void> {
  if (milestoneIds.length === 0) return;
  const milestones = await manager.findBy(Milestone, { id: In([...milestoneIds]), workItemId: itemId });
  const fresh = milestones.filter((milestone) => milestone.reachedOn === null);
  for (const milestone of fresh) milestone.reachedOn = receivedOn;
  await manager.save(fresh);
}

/** Notes that a report was received, for the item's freshness. Rooms see its age, never its content. */
export async function noteReportReceived(
  manager: EntityManager,
  item: WorkItem,
  receivedAt: Date,
  periodEndsOn: CalendarDate,
): Promise<void> {
  item.lastReportedAt = receivedAt;
  if (item.lastReportedPeriodEndsOn === null || item.lastReportedPeriodEndsOn < periodEndsOn) {
    item.lastReportedPeriodEndsOn = periodEndsOn;
  }
  const { id, lastReportedAt, lastReportedPeriodEndsOn } = item;
  // the row is locked and was just read: `save` would read it again
  await manager.update(WorkItem, { id }, { lastReportedAt, lastReportedPeriodEndsOn });
}
