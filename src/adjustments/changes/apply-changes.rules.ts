import type { CalendarDate } from '../../platform/lib/calendar-date';
import type { RowChanges } from '../../platform/reader/model/row-changes';
import type { AdjustmentFacts, RequestedChanges, Row } from './adjustment-facts.rules';
import { DraftRows } from './draft-rows.rules';
import { stableId } from '../../platform/lib/stable-id';
import type {
  AddItemChange,
  ItemChange,
  MilestoneChange,
  ResourceChange,
  StoredChange,
  TargetChange,
} from './stored-change.rules';

/**
 * What would become of the rows if these requests were approved today, one after another: a pure function of what stands. Approval writes exactly this, and
 * whoever asks what would be reads exactly this.
 */
export function rowChangesOf(facts: AdjustmentFacts, today: CalendarDate): RowChanges {
  const rows = new DraftRows(facts.rows);
  for (const request of facts.requests) {
    for (const [ordinal, change] of request.changes.entries()) apply({ rows, request, ordinal, today }, change);
  }
  return rows.changes();
}

/** One change of a request, and the rows on which it is tried. */
interface Applying {
  readonly rows: DraftRows;
  readonly request: RequestedChanges;
  /** Place of the change in its request. */
  readonly ordinal: number;
  readonly today: CalendarDate;
}

function apply(applying: Applying, change: StoredChange): void {
  switch (change.kind) {
    case 'ITEM':
      return changeItem(applying, change);
    case 'ADD_ITEM':
      return addItem(applying, change);
    case 'STOP_ITEM':
      return stopItem(applying, change.workItemId);
    case 'RESOURCE':
      return changeResource(applying, change);
    case 'MILESTONE':
      return changeMilestone(applying, change);
    case 'TARGET':
      return changeTarget(applying, change);
  }
}

function changeItem(applying: Applying, { workItemId, set }: ItemChange): void {
  const { rows } = applying;
  const item = rows.row('work_item', workItemId);
  if (item === undefined) return;
  keepBaseline(applying, item);
  const lead = set.lead_unit_id;
  if (typeof lead === 'string' && lead !== item.lead_unit_id) handOver(applying, item, lead);
  // who answered for it works elsewhere: the new lead unit names its own person
  const person = lead === undefined || 'responsible_person_id' in set ? {} : { responsible_person_id: null };
  rows.change('work_item', workItemId, { ...person, ...set });
}

/** The values that the item had before the first adjustment stay. */
function keepBaseline({ rows, request, ordinal }: Applying, item: Row): void {
  if (rows.where('work_item_baseline', 'work_item_id', item.id).length > 0) return;
  rows.add('work_item_baseline', {
    id: stableId(request.id, String(ordinal), 'work_item_baseline'),
    work_item_id: item.id,
    starts_on: item.starts_on,
    due_on: item.due_on,
    lead_unit_id: item.lead_unit_id,
    product: item.product,
    is_sample: request.isSample,
  });
}

/** One lead before and one after (rule R3): the former one has no part any more, a part of the new one becomes the lead. */
function handOver({ rows, request, ordinal, today }: Applying, item: Row, unitId: string): void {
  // what was owed until then stays with it
  rows.add('former_lead', {
    id: stableId(request.id, String(ordinal), 'former_lead'),
    work_item_id: item.id,
    unit_id: item.lead_unit_id,
    ended_on: today,
  });
  const roles = rows.where('unit_role', 'work_item_id', item.id);
  const had = roles.find((role) => role.unit_id === unitId);
  for (const role of roles) if (role.role === 'LEAD') rows.remove('unit_role', role.id);
  if (had !== undefined) return rows.change('unit_role', had.id, { role: 'LEAD' });
  rows.add('unit_role', {
    id: stableId(request.id, String(ordinal), 'unit_role'),
    work_item_id: item.id,
    role: 'LEAD',
    unit_id: unitId,
    rank: Math.max(0, ...roles.map(({ rank }) => Number(rank))) + 1,
    is_sample: item.is_sample,
  });
}

function addItem({ rows, request, ordinal, today }: Applying, { appendixId, row, resources }: AddItemChange): void {
  const id = stableId(request.id, String(ordinal), 'work_item');
  const isSample = request.isSample;
  rows.add('work_item', {
    ...NEW_ITEM,
    ...row,
    id,
    programme_id: request.programmeId,
    appendix_id: appendixId,
    is_sample: isSample,
  });
  rows.add('unit_role', {
    id: stableId(request.id, String(ordinal), 'unit_role'),
    work_item_id: id,
    role: 'LEAD',
    unit_id: row.lead_unit_id,
    rank: 1,
    is_sample: isSample,
  });
  for (const [place, resource] of resources.entries()) {
    const resourceId = stableId(request.id, String(ordinal), `resource ${place}`);
    rows.add('resource', {
      ...NEW_RESOURCE,
      ...resource,
      id: resourceId,
      work_item_id: id,
      stated_on: today,
      is_sample: isSample,
    });
  }
  expect(rows, appendixId, 1);
}

const NEW_ITEM = {
  responsible_person_id: null,
  concrete_objective: null,
  product: null,
  approval_level: null,
  is_in_force: true,
  percent_complete: 0,
  completed_on: null,
  claimed_health: null,
  verified_health: null,
  last_reported_at: null,
  last_reported_period_ends_on: null,
  stopped_on: null,
};

const NEW_RESOURCE = {
  description: null,
  amount: null,
  currency: null,
  origin: null,
  state: 'PROPOSED',
  decided_on: null,
  decision_note: null,
};

function stopItem(applying: Applying, workItemId: string): void {
  const { rows, today } = applying;
  const item = rows.row('work_item', workItemId);
  if (item?.stopped_on !== null) return;
  keepBaseline(applying, item);
  rows.change('work_item', workItemId, { stopped_on: today, is_in_force: false });
  expect(rows, String(item.appendix_id), -1);
}

/** A list must hold as many rows more, or fewer (rule R1). */
function expect(rows: DraftRows, appendixId: string, more: number): void {
  const list = rows.row('appendix', appendixId)!;
  rows.change('appendix', appendixId, { expected_count: Number(list.expected_count) + more });
}

function changeResource({ rows, request, ordinal, today }: Applying, change: ResourceChange): void {
  const { resourceId, workItemId, set } = change;
  if (resourceId !== null) {
    if (rows.row('resource', resourceId) !== undefined) rows.change('resource', resourceId, set);
    return;
  }
  rows.add('resource', {
    ...NEW_RESOURCE,
    ...set,
    id: stableId(request.id, String(ordinal), 'resource'),
    work_item_id: workItemId,
    stated_on: today,
    is_sample: request.isSample,
  });
}

function changeMilestone({ rows, request, ordinal }: Applying, change: MilestoneChange): void {
  const { milestoneId, workItemId, set } = change;
  if (milestoneId !== null) {
    if (rows.row('milestone', milestoneId) !== undefined) rows.change('milestone', milestoneId, set);
    return;
  }
  const numbers = rows.where('milestone', 'work_item_id', workItemId).map(({ number }) => Number(number));
  rows.add('milestone', {
    ...set,
    id: stableId(request.id, String(ordinal), 'milestone'),
    work_item_id: workItemId,
    number: Math.max(0, ...numbers) + 1,
    reached_on: null,
    is_sample: request.isSample,
  });
}

function changeTarget({ rows, request, ordinal }: Applying, { targetId, set, trajectory }: TargetChange): void {
  const target = rows.row('target', targetId);
  if (target === undefined) return;
  rows.change('target', targetId, set);
  if (trajectory === null) return;
  for (const point of rows.where('trajectory_point', 'target_id', targetId)) rows.remove('trajectory_point', point.id);
  for (const [place, point] of trajectory.entries()) {
    const id = stableId(request.id, String(ordinal), `trajectory_point ${place}`);
    rows.add('trajectory_point', { ...point, id, target_id: targetId, is_sample: target.is_sample });
  }
}
