import type { ProgressReport } from '../../progress/reports/progress-report.entity';
import { ProgressReportState } from '../../progress/reports/progress-report.state';
import type { Milestone, WorkItem } from '../../work/public';
import { boundsOfPeriod } from '../../platform/lib/period';
import { startOfDate } from '../../platform/lib/clock';
import { sampleMove } from '../sample/sample-adjustments';
import { outcomeOf } from '../sample/sample-outcome';
import { since, type Stage } from './stage';

const { SUBMITTED, UNIT_APPROVED, ACCEPTED } = ProgressReportState;

/** A report came in, was approved by its unit, was accepted (or went another way), and gave way to its correction. */
export function stagesOfReport(report: ProgressReport): Stage<ProgressReport>[] {
  const { submittedAt, unitApprovedAt, acceptedAt, changedAt, supersededAt } = report;
  const current = { supersededAt: null };
  const unaccepted = { ...current, acceptedAt: null, acceptedById: null, reviewNote: null };
  const unapproved = { ...unaccepted, unitApprovedAt: null, unitApprovedById: null };
  return [
    since(submittedAt, { ...unapproved, state: SUBMITTED, changedAt: submittedAt }),
    since(unitApprovedAt, { ...unaccepted, state: UNIT_APPROVED, changedAt: unitApprovedAt ?? submittedAt }),
    since(acceptedAt, { ...current, state: ACCEPTED, changedAt: acceptedAt ?? submittedAt }),
    since(changedAt, current),
    since(supersededAt),
  ];
}

/** An item knows of every report that came in, and goes by those that were accepted; what an adjustment moved was due earlier before. */
export function stagesOfItem({ code }: WorkItem, reports: readonly ProgressReport[]): Stage<WorkItem>[] {
  const moved =
    code === sampleMove.item ? new Date(startOfDate(sampleMove.appliedOn).getTime() + 12 * 3_600_000) : null;
  const moments = reports.flatMap(({ submittedAt, acceptedAt }) => [submittedAt, acceptedAt ?? submittedAt]);
  const still = (moment: Date): Partial<WorkItem> => ({
    ...asOf(moment, reports),
    ...(moved !== null && moment < moved && { dueOn: sampleMove.baseline.dueOn }),
  });
  return [new Date(0), ...moments, ...(moved === null ? [] : [moved])].map((moment) => since(moment, still(moment)));
}

/** A milestone is reached when the report that says so is accepted. */
export function stagesOfMilestone({ id }: Milestone, reports: readonly ProgressReport[]): Stage<Milestone>[] {
  const reached = reports.find(({ milestoneIds, acceptedAt }) => acceptedAt !== null && milestoneIds.includes(id));
  return [since(new Date(0), { reachedOn: null }), since(reached?.acceptedAt)];
}

function asOf(moment: Date, reports: readonly ProgressReport[]): Partial<WorkItem> {
  const received = reports.filter(({ submittedAt }) => submittedAt <= moment);
  const isCurrent = ({ acceptedAt, supersededAt }: ProgressReport) =>
    acceptedAt !== null && acceptedAt <= moment && (supersededAt === null || supersededAt > moment);
  const endOf = ({ period }: ProgressReport) => boundsOfPeriod(period).to;
  const accepted = received.filter(isCurrent).sort((one, other) => endOf(one).localeCompare(endOf(other)));
  // nobody had verified it yet
  return { ...outcomeOf(accepted, received), verifiedHealth: null };
}
