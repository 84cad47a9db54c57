import { type EntityManager, IsNull } from 'typeorm';
import { defineCommand } from '../platform/commands/declared-command';
import { dateOf } from '../platform/lib/clock';
import { says } from '../platform/lib/says';
import { recordAcceptedProgress, recordReachedMilestones, type WorkItem } from '../work/public';
import { assertMayReview, authoriseReview } from './assert-may-review';
import { lockReport } from './load-report';
import { ProgressReport } from './progress-report.entity';
import { progressReportEvent } from './progress-report.events';
import { ApproveProgressReportInput } from './progress-report.inputs';
import { ProgressReportState } from './progress-report.state';

/** Takes a report one step on: the unit's approver approves it, then the secretariat accepts it and it becomes official data. */
export const approveProgressReport = defineCommand({
  name: 'approveProgressReport',
  description: says(
    'Duyệt báo cáo: người duyệt của đơn vị, rồi cơ quan thường trực chấp nhận.',
    'Approves a report: the unit’s approver, then the secretariat accepts it.',
  ),
  input: ApproveProgressReportInput,
  returns: { progressReport: ProgressReport },
  rights: authoriseReview,
  async run({ tx, actor, now, append }, input, seen) {
    const { report, item } = await lockReport(tx.manager, seen);
    report.state = assertMayReview(actor, 'approve', report, input.expectedVersion);
    report.changedAt = now;
    report.reviewNote = input.note ?? null;
    if (report.state === ProgressReportState.UNIT_APPROVED) {
      report.unitApprovedById = actor.accountId;
      report.unitApprovedAt = now;
      await tx.manager.save(report);
      append(progressReportEvent('PROGRESS_REPORT_UNIT_APPROVED', report, item, {}));
    } else {
      report.acceptedById = actor.accountId;
      report.acceptedAt = now;
      const before = item.percentComplete;
      await accept(tx.manager, report, item, now);
      append(progressReportEvent('PROGRESS_REPORT_ACCEPTED', report, item, { percentBefore: before }));
    }
    return { progressReportId: report.id };
  },
});

async function accept(manager: EntityManager, report: ProgressReport, item: WorkItem, now: Date): Promise<void> {
  const corrected = await manager.findOneBy(ProgressReport, {
    workItemId: report.workItemId,
    cycleId: report.cycleId,
    state: ProgressReportState.ACCEPTED,
    supersededAt: IsNull(),
  });
  if (corrected !== null) {
    // first the old one gives way: at most one accepted report of a period is current
    corrected.supersededAt = now;
    await manager.save(corrected);
  }
  await manager.save(report);
  const receivedOn = dateOf(report.submittedAt);
  await recordReachedMilestones(manager, item.id, report.milestoneIds, receivedOn);
  if (!(await isLatestPeriod(manager, report))) return;
  const { percentComplete, claimedHealth } = report;
  await recordAcceptedProgress(manager, item, { percentComplete, claimedHealth, receivedOn });
}

/** Whether no accepted report of the item is for a later period: only then does it say how the item stands. */
async function isLatestPeriod(manager: EntityManager, report: ProgressReport): Promise<boolean> {
  const later = await manager
    .createQueryBuilder(ProgressReport, 'report')
    .innerJoin('report.cycle', 'cycle')
    .where({ workItemId: report.workItemId, state: ProgressReportState.ACCEPTED, supersededAt: IsNull() })
    .andWhere('cycle.endsOn > (select c.ends_on from reporting_cycle c where c.id = :cycleId)', {
      cycleId: report.cycleId,
    })
    .getCount();
  return later === 0;
}
