import { type EntityManager, type EntityTarget, IsNull, type ObjectLiteral } from 'typeorm';
import { Account } from '../../accounts/public';
import { AdjustmentRequest, ListReview, Revision, WorkItemBaseline } from '../../adjustments/public';
import { Consultation } from '../../documents/consultations/consultation.entity';
import { DocumentSection } from '../../documents/text/document-section.entity';
import { DocumentStep } from '../../documents/route/document-step.entity';
import { DocumentVersion } from '../../documents/text/document-version.entity';
import { Appendix, Document } from '../../documents/public';
import { Person, Unit } from '../../organisation/public';
import { CommitteeMembership, Programme, Viewpoint } from '../../programme/public';
import { ProgressReportDraft } from '../../progress/drafts/progress-report-draft.entity';
import { ProgressReport } from '../../progress/reports/progress-report.entity';
import { Obstacle } from '../../progress/obstacles/obstacle.entity';
import { ServiceOutage } from '../../progress/punctuality/service-outage.entity';
import { CycleReopening } from '../../progress/cycles/exceptions/cycle-reopening.entity';
import { ReportWaiver } from '../../progress/cycles/exceptions/report-waiver.entity';
import { ReportingRule } from '../../progress/cycles/rules/reporting-rule.entity';
import { ReportingCycle } from '../../progress/cycles/reporting-cycle.entity';
import { Measurement } from '../../targets/measurements/measurement.entity';
import { Indicator } from '../../targets/public';
import { TargetAssignment } from '../../targets/assignments/target-assignment.entity';
import { Target } from '../../targets/target.entity';
import { TrajectoryPoint } from '../../targets/trajectory-point.entity';
import { Deliverable } from '../../work/deliverables/deliverable.entity';
import { Milestone, WorkItem } from '../../work/public';
import { Resource } from '../../work/resources/resource.entity';
import { Trace } from '../../work/traces/trace.entity';
import { UnitRole } from '../../work/assignments/unit-role.entity';
import { WorkItemOversight } from '../../work/assignments/work-item-oversight.entity';
import { SAMPLE_MAIL } from './load-sample-accounts';
import { sampleAssessments } from './load-sample-targets';
import { programme07 } from '../programme07';
import { idsBy } from '../rows';

const MARKED = 'is_sample';
const CYCLE_THAT_GOES = `${MARKED} and not exists (select from progress_report where cycle_id = reporting_cycle.id)`;
const OF_CYCLE_THAT_GOES = `cycle_id in (select id from reporting_cycle where ${CYCLE_THAT_GOES})`;
const OF_SAMPLE_ITEM = 'work_item_id in (select id from work_item where is_sample)';

/**
 * What goes, those that point to others first. What hangs on a sample item goes with it, also where a user wrote it while trying the
 * program; a sample quarter or person that a real row uses stays.
 */
const STEPS: readonly (readonly [EntityTarget<ObjectLiteral>, string])[] = [
  [Obstacle, `${MARKED} or ${OF_SAMPLE_ITEM} or target_id in (select id from target where is_sample)`],
  [ServiceOutage, MARKED],
  [Revision, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  [WorkItemBaseline, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  // its steps go with it
  [AdjustmentRequest, MARKED],
  [ListReview, MARKED],
  [ProgressReportDraft, `${MARKED} or ${OF_SAMPLE_ITEM} or ${OF_CYCLE_THAT_GOES}`],
  [ProgressReport, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  [ReportWaiver, `${MARKED} or ${OF_SAMPLE_ITEM} or ${OF_CYCLE_THAT_GOES}`],
  [CycleReopening, `${MARKED} or ${OF_SAMPLE_ITEM} or ${OF_CYCLE_THAT_GOES}`],
  [Milestone, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  [UnitRole, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  [WorkItemOversight, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  [Resource, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  [Deliverable, `${MARKED} or ${OF_SAMPLE_ITEM}`],
  [Trace, `${MARKED} or ${OF_SAMPLE_ITEM} or viewpoint_id in (select id from viewpoint where is_sample)`],
  [Viewpoint, MARKED],
  [TargetAssignment, `${MARKED} or target_id in (select id from target where is_sample)`],
  [CommitteeMembership, MARKED],
  [WorkItem, MARKED],
  [Person, `${MARKED} and not exists (select from work_item where responsible_person_id = person.id)`],
  [ReportingCycle, CYCLE_THAT_GOES],
  [ReportingRule, `${MARKED} and not exists (select from reporting_cycle where rule_id = reporting_rule.id)`],
  [TrajectoryPoint, `${MARKED} or target_id in (select id from target where is_sample)`],
  [Target, MARKED],
  [Measurement, `${MARKED} or indicator_id in (select id from indicator where is_sample)`],
  [Indicator, MARKED],
  [Consultation, MARKED],
  [DocumentStep, MARKED],
  [DocumentSection, MARKED],
  // a version that users wrote on from a sample one keeps what it has of its own
  [DocumentVersion, MARKED],
  [Appendix, `${MARKED} and not exists (select from work_item where appendix_id = appendix.id)`],
  [
    Document,
    `${MARKED} and not exists (select from document above where above.implements_id = document.id and not above.is_sample)
    and not exists (select from appendix where document_id = document.id)`,
  ],
  [Account, `email like '%${SAMPLE_MAIL}'`],
  [Unit, MARKED],
];

/** Removes every sample row, and nothing else. Answers how many rows each table lost. Runs in the caller's transaction. */
export async function removeSample(manager: EntityManager): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const [entity, condition] of STEPS) {
    const table = manager.dataSource.getMetadata(entity).tableName;
    removed[table] = await removeRows(manager, entity, `select id from "${table}" where ${condition}`);
  }
  await removeAssessments(manager);
  return removed;
}

/** In two steps: the delete builder takes words of a condition for properties and rewrites them, a plain query stays as it is. */
async function removeRows(manager: EntityManager, entity: EntityTarget<ObjectLiteral>, query: string): Promise<number> {
  const rows = await manager.query<{ id: string }[]>(query);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await manager.createQueryBuilder().delete().from(entity).where('id = any(:ids)', { ids }).execute();
  return rows.length;
}

/** An assessment stands in a column of a real target; it is taken back where it still is the sample's, which has no date. */
async function removeAssessments(manager: EntityManager): Promise<void> {
  const programmeId = (await idsBy(manager, Programme, 'code')).get(programme07.programme.code);
  if (programmeId === undefined) return;
  for (const { target, health } of sampleAssessments) {
    const ofSample = { programmeId, number: target, assessedHealth: health, assessedOn: IsNull() };
    await manager.update(Target, ofSample, { assessedHealth: null });
  }
}
