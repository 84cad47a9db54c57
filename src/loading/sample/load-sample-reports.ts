import type { EntityManager } from 'typeorm';
import { ProgressReport } from '../../progress/reports/progress-report.entity';
import { ProgressReportState } from '../../progress/reports/progress-report.state';
import { ReportingCycle } from '../../progress/cycles/reporting-cycle.entity';
import { ProgressReportReview } from '../../progress/review/progress-report-review.entity';
import { ReviewOutcome } from '../../progress/review/progress-report-review.state';
import { ReviewLevel } from '../../progress/review/review-level.state';
import { stableId } from '../../platform/lib/stable-id';
import { Milestone, WorkItem } from '../../work/public';
import type { SampleAccounts } from './load-sample-accounts';
import type { SamplePlace } from './load-sample-work';
import { idsBy, insertMissing, pick, type Rows } from '../rows';
import type { SampleHistory } from './sample-history';
import type { SampleReport } from './sample-reports';

/** What the rows of the reports point to. */
interface References {
  readonly itemIds: ReadonlyMap<string, string>;
  readonly cycleIds: ReadonlyMap<string, string>;
  readonly milestoneIds: ReadonlyMap<string, string>;
}

/** Loads what the lead units reported on the sample items; quarters without a reporting cycle are left out. */
export async function loadSampleReports(
  manager: EntityManager,
  place: SamplePlace,
  histories: readonly SampleHistory[],
  accounts: SampleAccounts,
): Promise<void> {
  const cycles = await manager.findBy(ReportingCycle, { programmeId: place.programmeId });
  const milestones = await manager.findBy(Milestone, { isSample: true });
  const references: References = {
    itemIds: await idsBy(manager, WorkItem, 'code'),
    cycleIds: new Map(cycles.map(({ period, id }) => [period, id])),
    milestoneIds: new Map(milestones.map(({ workItemId, number, id }) => [milestoneKey(workItemId, number), id])),
  };
  const rows = histories.flatMap((history) => reportsOf(history, references, place, accounts));
  await insertMissing(manager, ProgressReport, rows);
  await insertMissing(manager, ProgressReportReview, await reviewsOf(manager));
}

/** Who agreed to the reports at which level, as it stands in them. */
async function reviewsOf(manager: EntityManager): Promise<Rows<ProgressReportReview>> {
  const reports = await manager.findBy(ProgressReport, { isSample: true });
  return reports.flatMap(({ id, unitApprovedAt, unitApprovedById, acceptedAt, acceptedById }) => {
    const steps = [
      { level: ReviewLevel.UNIT, reviewedById: unitApprovedById, reviewedAt: unitApprovedAt },
      { level: ReviewLevel.SECRETARIAT, reviewedById: acceptedById, reviewedAt: acceptedAt },
    ];
    return steps.flatMap(({ level, reviewedById, reviewedAt }) =>
      reviewedAt === null
        ? []
        : {
            id: stableId('review', id, level),
            progressReportId: id,
            level,
            outcome: ReviewOutcome.APPROVED,
            reviewedById,
            reviewedAt,
          },
    );
  });
}

function reportsOf(
  { code, item, accepted, others }: SampleHistory,
  references: References,
  place: SamplePlace,
  accounts: SampleAccounts,
): Rows<ProgressReport> {
  const workItemId = pick(references.itemIds, code);
  return [...accepted, ...others].flatMap(({ milestones, ...report }) => {
    const cycleId = references.cycleIds.get(report.period);
    if (cycleId === undefined) return [];
    return {
      ...report,
      workItemId,
      cycleId,
      unitId: pick(place.unitIds, item.lead),
      milestoneIds: milestones.map((number) => pick(references.milestoneIds, milestoneKey(workItemId, number))),
      submittedById: accounts.reporter(item.lead),
      ...signatures(report, item.lead, accounts),
      isSample: true,
    };
  });
}

function signatures(
  report: Omit<SampleReport, 'milestones'>,
  unit: string,
  accounts: SampleAccounts,
): { unitApprovedById: string | null; acceptedById: string | null } {
  return {
    unitApprovedById: report.unitApprovedAt === null ? null : accounts.approver(unit),
    acceptedById: report.state === ProgressReportState.ACCEPTED ? accounts.secretariat : null,
  };
}

function milestoneKey(workItemId: string, number: number): string {
  return `${workItemId}:${number}`;
}
