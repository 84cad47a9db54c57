import type { EntityManager } from 'typeorm';
import {
  AdjustmentKind,
  AdjustmentRequest,
  AdjustmentState,
  AdjustmentStep,
  AdjustmentStepKind,
  ListReview,
  Revision,
  WorkItemBaseline,
} from '../../adjustments/public';
import { ApprovalLevel } from '../../documents/public';
import { startOfDate } from '../../platform/lib/clock';
import { Target } from '../../targets/public';
import { UnitRole, UnitRoleKind, WorkItem } from '../../work/public';
import { insertMissing, pick } from '../rows';
import { stableId } from '../../platform/lib/stable-id';
import type { SampleAccounts } from './load-sample-accounts';
import type { SamplePlace } from './load-sample-work';
import { sampleMove, sampleRequests, sampleReview } from './sample-adjustments';

/** Loads the sample's review of the plan's list and its requests for adjustments, in different states; the applied one left a revision and a baseline. */
export async function loadSampleAdjustments(
  manager: EntityManager,
  place: SamplePlace,
  accounts: SampleAccounts,
): Promise<void> {
  const items = await manager.find(WorkItem, {
    where: { appendixId: place.appendixId },
    relations: { leadUnit: true },
  });
  const byCode = new Map(items.map((item) => [item.code, item]));
  const target = await manager.findOneOrFail(Target, {
    where: { programmeId: place.programmeId },
    order: { number: 'ASC' },
  });
  for (const request of sampleRequests) {
    const item = pick(byCode, request.item);
    const id = stableId('adjustment request', request.item);
    const people = { reporter: accounts.reporter(item.leadUnit.code), approver: accounts.approver(item.leadUnit.code) };
    await insertMissing(manager, AdjustmentRequest, [rowOf(id, request, item, target.id, people.reporter, place)]);
    await insertMissing(manager, AdjustmentStep, stepsOf(id, request, people, accounts.secretariat));
    if (request.appliedOn !== null) await loadOutcome(manager, id, item);
  }
  await loadReview(manager, place, items, accounts);
}

type Request = (typeof sampleRequests)[number];

function rowOf(
  id: string,
  request: Request,
  item: WorkItem,
  targetId: string,
  registeredById: string,
  { programmeId }: SamplePlace,
) {
  const { state, registeredOn, unitApprovedOn, appraisedOn, appliedOn, before, after, reason } = request;
  return {
    id,
    programmeId,
    unitId: item.leadUnitId,
    state: AdjustmentState[state],
    approvalLevel: item.approvalLevel ?? ApprovalLevel.PEOPLES_COMMITTEE,
    product: `${item.shortName} (mẫu)`,
    targetId,
    objective: 'Hoàn thành đúng thời hạn mới (mẫu)',
    resources: 'Ngân sách Thành phố đã bố trí (mẫu)',
    reason,
    requested: [{ kind: 'ITEM' as const, workItemId: item.id, set: { due_on: after } }],
    changeLines: [{ kind: AdjustmentKind.ITEM, subject: item.code, field: 'dueOn', before, after }],
    effectLines: [],
    effectAt: noon(appliedOn ?? appraisedOn ?? registeredOn),
    isFor: appraisedOn === null ? null : true,
    opinion: appraisedOn === null ? null : 'Lý do khách quan, không ảnh hưởng chỉ tiêu (mẫu).',
    appliedOn,
    registeredById,
    registeredAt: noon(registeredOn),
    unitApprovedAt: unitApprovedOn === null ? null : noon(unitApprovedOn),
    isSample: true,
  };
}

function stepsOf(
  adjustmentRequestId: string,
  { registeredOn, unitApprovedOn, appraisedOn, appliedOn, reason }: Request,
  { reporter, approver }: { readonly reporter: string; readonly approver: string },
  secretariat: string,
) {
  const steps = [
    { kind: AdjustmentStepKind.REGISTERED, on: registeredOn, actorId: reporter, note: reason },
    { kind: AdjustmentStepKind.UNIT_APPROVED, on: unitApprovedOn, actorId: approver, note: null },
    { kind: AdjustmentStepKind.APPRAISED, on: appraisedOn, actorId: secretariat, note: 'Lý do khách quan (mẫu).' },
    { kind: AdjustmentStepKind.APPROVED, on: appliedOn, actorId: secretariat, note: null },
  ];
  return steps.flatMap(({ kind, on, actorId, note }) =>
    on === null
      ? []
      : {
          id: stableId('adjustment step', adjustmentRequestId, kind),
          adjustmentRequestId,
          kind,
          state: AdjustmentState[kind],
          recordedAt: noon(on),
          actorId,
          note,
          isSample: true,
        },
  );
}

/** What the applied request left: the first values of the item, and what became of them. */
async function loadOutcome(manager: EntityManager, adjustmentId: string, item: WorkItem): Promise<void> {
  const { appliedOn, dueOn, baseline } = sampleMove;
  await insertMissing(manager, WorkItemBaseline, [
    {
      id: stableId('baseline', item.code),
      workItemId: item.id,
      startsOn: item.startsOn,
      dueOn: baseline.dueOn,
      leadUnitId: item.leadUnitId,
      product: item.product,
      isSample: true,
    },
  ]);
  await insertMissing(manager, Revision, [
    {
      id: stableId('revision', item.code),
      adjustmentId,
      subjectType: 'WorkItem',
      subjectId: item.id,
      workItemId: item.id,
      appliedOn,
      changeLines: [{ field: 'dueOn', before: baseline.dueOn, after: dueOn }],
      isSample: true,
    },
  ]);
}

async function loadReview(
  manager: EntityManager,
  { appendixId }: SamplePlace,
  items: readonly WorkItem[],
  accounts: SampleAccounts,
): Promise<void> {
  const roles = await manager.find(UnitRole, { relations: { unit: true } });
  const onList = new Set(items.map(({ id }) => id));
  const asking: readonly UnitRoleKind[] = [UnitRoleKind.LEAD, UnitRoleKind.COOPERATING];
  const asked = roles.filter(({ workItemId, role }) => onList.has(workItemId) && asking.includes(role));
  const leads = new Set(asked.filter(({ role }) => role === UnitRoleKind.LEAD).map(({ unitId }) => unitId));
  const units = [...new Map(asked.map(({ unit }) => [unit.code, unit])).values()];
  const inOrder = units.sort((one, other) => one.code.localeCompare(other.code));
  const rows = inOrder.map((unit, index) => ({
    id: stableId('list review', unit.code),
    appendixId,
    unitId: unit.id,
    openedOn: sampleReview.openedOn,
    dueOn: sampleReview.dueOn,
    // those without an account of the sample's are silent, too
    ...(leads.has(unit.id) && index % sampleReview.silentEvery !== 0
      ? { confirmedAt: noon(sampleReview.confirmedOn), confirmedById: accounts.reporter(unit.code) }
      : { confirmedAt: null, confirmedById: null }),
    isSample: true,
  }));
  await insertMissing(manager, ListReview, rows);
}

function noon(date: string): Date {
  return new Date(startOfDate(date).getTime() + 12 * 3_600_000);
}
