import type { EntityManager, EntityTarget } from 'typeorm';
import { AdjustmentRequest, AdjustmentStep, ListReview, Revision, WorkItemBaseline } from '../../adjustments/public';
import { Consultation } from '../../documents/consultations/consultation.entity';
import { DocumentSection } from '../../documents/text/document-section.entity';
import { DocumentStep } from '../../documents/route/document-step.entity';
import { DocumentVersion } from '../../documents/text/document-version.entity';
import { Document } from '../../documents/public';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { startOfDate } from '../../platform/lib/clock';
import { ChronicleEntry } from '../../programme/chronicle-entry.entity';
import { Obstacle } from '../../progress/obstacles/obstacle.entity';
import { ObstacleState } from '../../progress/obstacles/obstacle.state';
import { ServiceOutage } from '../../progress/punctuality/service-outage.entity';
import { CycleReopening } from '../../progress/cycles/exceptions/cycle-reopening.entity';
import { ReportWaiver } from '../../progress/cycles/exceptions/report-waiver.entity';
import { ReportingCycle } from '../../progress/cycles/reporting-cycle.entity';
import { ProgressReportDraft } from '../../progress/drafts/progress-report-draft.entity';
import { ProgressReport } from '../../progress/reports/progress-report.entity';
import { ProgressReportReview } from '../../progress/review/progress-report-review.entity';
import { Measurement } from '../../targets/measurements/measurement.entity';
import { MeasurementState } from '../../targets/measurements/measurement.state';
import { Deliverable } from '../../work/deliverables/deliverable.entity';
import { Milestone, WorkItem } from '../../work/public';
import { Resource } from '../../work/resources/resource.entity';
import { ResourceState } from '../../work/resources/resource.state';
import { Trace } from '../../work/traces/trace.entity';
import { sampleDraft } from '../sample/load-sample-drafts';
import { sampleMove } from '../sample/sample-adjustments';
import { sampleCycles } from '../sample/sample-cycles';
import { stagesOfRequest } from './stages-of-adjustments';
import { since, type Stage } from './stage';
import { stagesOfItem, stagesOfMilestone, stagesOfReport } from './stages-of-reports';

/** From when on the loaded rows have a past: the first quarter opens for reports. What is older was there by then. */
export const BEGINNING = startOfDate(sampleCycles[0]!.opensOn);

/** The rows of a type, by their ids, with how they became what they are. */
export interface StagedRows {
  readonly entity: EntityTarget<{ id: string }>;
  readonly stages: ReadonlyMap<string, readonly Stage<object>[]>;
}

const UNRESOLVED = { verdict: null, verdictReason: null, resolvedOn: null, resolvedById: null };
const UNANSWERED = { answeredOn: null, opinion: null, text: null, recordedById: null, ...UNRESOLVED };

/** How the loaded rows became what they are, by the dates that stand in them. Types that are not named here were there from the beginning. */
export async function stagesOfRows(manager: EntityManager): Promise<StagedRows[]> {
  const reports = await manager.find(ProgressReport);
  const versions = await manager.find(DocumentVersion);
  const steps = await manager.find(DocumentStep);
  const requestSteps = await manager.find(AdjustmentStep);
  const reportsOn = (item: WorkItem) => reports.filter(({ workItemId }) => workItemId === item.id);
  const stepsOf = (document: Document) => steps.filter(({ documentId }) => documentId === document.id);
  const writtenAt = new Map(versions.map((version) => [version.id, version.writtenAt]));
  return [
    await staged(manager, ProgressReport, stagesOfReport),
    await staged(manager, ProgressReportReview, ({ reviewedAt }) => [since(reviewedAt)]),
    await staged(manager, WorkItem, (item) => stagesOfItem(item, reportsOn(item))),
    await staged(manager, Milestone, (milestone) => stagesOfMilestone(milestone, reports)),
    await staged(manager, Deliverable, stagesOfDeliverable),
    await staged(manager, Resource, stagesOfResource),
    await staged(manager, Trace, ({ tracedOn }) => [since(evening(tracedOn))]),
    await staged(manager, Measurement, stagesOfMeasurement),
    await staged(manager, Obstacle, stagesOfObstacle),
    await staged(manager, ServiceOutage, ({ recordedOn }) => [since(evening(recordedOn))]),
    await staged(manager, ChronicleEntry, ({ happenedOn }) => [since(evening(happenedOn))]),
    await staged(manager, Document, (document) => stagesOfDocument(document, stepsOf(document))),
    await staged(manager, DocumentVersion, (version) => [since(version.writtenAt)]),
    await staged(manager, DocumentSection, ({ versionId }) => [since(writtenAt.get(versionId))]),
    await staged(manager, DocumentStep, ({ recordedAt }) => [since(recordedAt)]),
    await staged(manager, Consultation, stagesOfConsultation),
    await staged(manager, ReportingCycle, ({ isExtraordinary, opensOn }) =>
      isExtraordinary ? [since(evening(opensOn))] : [],
    ),
    await staged(manager, ReportWaiver, ({ waivedOn }) => [since(evening(waivedOn))]),
    await staged(manager, CycleReopening, ({ reopenedOn }) => [since(evening(reopenedOn))]),
    await staged(manager, AdjustmentRequest, (request) => stagesOfRequest(request, requestSteps)),
    await staged(manager, AdjustmentStep, ({ recordedAt }) => [since(recordedAt)]),
    await staged(manager, Revision, ({ appliedOn }) => [since(noon(appliedOn))]),
    await staged(manager, WorkItemBaseline, () => [since(noon(sampleMove.appliedOn))]),
    await staged(manager, ListReview, stagesOfReview),
    await staged(manager, ProgressReportDraft, ({ savedAt }) => [
      since(sampleDraft.begun.savedAt, sampleDraft.begun),
      since(savedAt),
    ]),
  ];
}

async function staged<Row extends { id: string }>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  stagesOf: (row: Row) => readonly Stage<Row>[],
): Promise<StagedRows> {
  const rows = await manager.find(entity);
  return { entity, stages: new Map(rows.map((row) => [row.id, stagesOf(row)])) };
}

function stagesOfMeasurement({ recordedAt, returnedAt }: Measurement): Stage<Measurement>[] {
  const waiting = { state: MeasurementState.PROVISIONAL, returnReason: null, returnedAt: null, returnedById: null };
  return [since(recordedAt, returnedAt === null ? {} : waiting), since(returnedAt)];
}

function stagesOfObstacle({ raisedOn, takenUpOn, resolvedOn }: Obstacle): Stage<Obstacle>[] {
  const undecided = { state: ObstacleState.IN_HAND, decision: null, resolvedOn: null, resolvedById: null };
  const open = { ...undecided, state: ObstacleState.OPEN, takenUpOn: null, takenUpById: null };
  return [
    since(evening(raisedOn), open),
    since(evening(takenUpOn), resolvedOn === null ? {} : undecided),
    since(evening(resolvedOn)),
  ];
}

function stagesOfDeliverable({ acceptedOn }: Deliverable): Stage<Deliverable>[] {
  return [since(new Date(0), { acceptedOn: null, evidence: null }), since(evening(acceptedOn))];
}

function stagesOfResource({ statedOn, decidedOn }: Resource): Stage<Resource>[] {
  const undecided = { state: ResourceState.PROPOSED, decidedOn: null, decisionNote: null };
  return [since(evening(statedOn), undecided), since(evening(decidedOn))];
}

function stagesOfReview({ openedOn, confirmedAt }: ListReview): Stage<ListReview>[] {
  return [since(evening(openedOn), { confirmedAt: null, confirmedById: null, note: null }), since(confirmedAt)];
}

/** A paper written here goes from step to step; of a known one, more than the day of its report or its year is seldom public. */
function stagesOfDocument(document: Document, steps: readonly DocumentStep[]): Stage<Document>[] {
  if (!document.isSample) return [since(evening(knownSince(document)))];
  return steps.map(({ recordedAt, state, submission }) =>
    since(recordedAt, {
      state,
      submissions: submission,
      submittedOn: submission === 0 ? null : document.submittedOn,
    }),
  );
}

function stagesOfConsultation({ askedOn, answeredOn, resolvedOn }: Consultation): Stage<Consultation>[] {
  return [since(evening(askedOn), UNANSWERED), since(evening(answeredOn), UNRESOLVED), since(evening(resolvedOn))];
}

/** Papers of the year in which the past begins were there by then: lists hang on them. */
function knownSince({ reportedOn, year }: Document): CalendarDate | null {
  const day = reportedOn ?? (year === null ? null : `${year}-12-31`);
  return day === null || day.slice(0, 4) <= sampleCycles[0]!.opensOn.slice(0, 4) ? null : day;
}

/** When what is decided takes effect. */
function noon(date: CalendarDate): Date {
  return new Date(startOfDate(date).getTime() + 12 * 3_600_000);
}

/** When the office closes on a day, so that the day is the same in every zone nearby. */
function evening(date: CalendarDate | null): Date | null {
  return date === null ? null : new Date(startOfDate(date).getTime() + 17 * 3_600_000);
}
