import type { EntityManager } from 'typeorm';
import { Appendix } from '../../documents/public';
import { Person, Unit } from '../../organisation/public';
import { keyOf } from '../../platform/commands/rows';
import { sameAsAny } from '../../platform/database/same-as';
import { boundsOfPeriod } from '../../platform/lib/period';
import { filledOrNull } from '../../platform/lib/text';
import { sameText } from '../../platform/lib/text-forms';
import type { EntityClass } from '../../platform/reader/model/declarations';
import { Target } from '../../targets/public';
import { Milestone, Resource, type ResourceKind, type Currency, shortNameOf, WorkItem } from '../../work/public';
import type {
  AddItemChangeInput,
  AdjustmentChangeInput,
  ItemChangeInput,
  MilestoneChangeInput,
  ResourceChangeInput,
  TargetChangeInput,
} from './change.inputs';
import type { AddItemChange, Columns, StoredChange } from './stored-change.rules';

/** The id of no row: what a client names that is no id of its type is not there. */
const NO_ROW = '00000000-0000-0000-0000-000000000000';

/** Changes of an input as they are kept: rows by their ids, values by their columns, what was not given left out. */
export async function resolveChanges(
  manager: EntityManager,
  changes: readonly AdjustmentChangeInput[],
): Promise<StoredChange[]> {
  const added = changes.flatMap(({ addItem }) => addItem ?? []);
  const units = await manager.findBy(Unit, { code: sameAsAny(added.map(({ leadUnitCode }) => leadUnitCode)) });
  const unitIds = new Map(units.map(({ code, id }) => [sameText(code), id]));
  const lists = new Map<string, Appendix>();
  for (const { appendixId } of added) {
    const id = idOf(Appendix, appendixId);
    const list = await manager.findOneBy(Appendix, { id });
    if (list !== null) lists.set(id, list);
  }
  return changes.map((change) => resolveChange(change, unitIds, lists));
}

function resolveChange(
  { item, addItem, stopItem, resource, milestone, target }: AdjustmentChangeInput,
  unitIds: ReadonlyMap<string, string>,
  lists: ReadonlyMap<string, Appendix>,
): StoredChange {
  if (item != null) return { kind: 'ITEM', workItemId: idOf(WorkItem, item.workItemId), set: itemColumns(item) };
  if (addItem != null) return addedItem(addItem, unitIds.get(sameText(addItem.leadUnitCode)) ?? NO_ROW, lists);
  if (stopItem != null) return { kind: 'STOP_ITEM', workItemId: idOf(WorkItem, stopItem.workItemId) };
  if (resource != null) {
    const resourceId = resource.resourceId == null ? null : idOf(Resource, resource.resourceId);
    const workItemId = idOf(WorkItem, resource.workItemId);
    return { kind: 'RESOURCE', workItemId, resourceId, set: resourceColumns({ ...resource, origin: resource.source }) };
  }
  if (milestone != null) {
    const milestoneId = milestone.milestoneId == null ? null : idOf(Milestone, milestone.milestoneId);
    const workItemId = idOf(WorkItem, milestone.workItemId);
    return { kind: 'MILESTONE', workItemId, milestoneId, set: milestoneColumns(milestone) };
  }
  return changedTarget(target!);
}

function itemColumns(item: ItemChangeInput): Columns {
  const title = filledOrNull(item.title);
  return given({
    starts_on: item.startsOn,
    due_on: item.dueOn,
    lead_unit_id: item.leadUnitId == null ? null : idOf(Unit, item.leadUnitId),
    title,
    short_name: title === null ? null : shortNameOf(title),
    product: filledOrNull(item.product),
    concrete_objective: filledOrNull(item.concreteObjective),
    responsible_person_id: item.responsiblePersonId == null ? null : idOf(Person, item.responsiblePersonId),
    approval_level: item.approvalLevel,
  });
}

function addedItem(row: AddItemChangeInput, leadUnitId: string, lists: ReadonlyMap<string, Appendix>): AddItemChange {
  const appendixId = idOf(Appendix, row.appendixId);
  const title = row.title.trim();
  const titleEn = filledOrNull(row.titleEn) ?? title;
  const number = String(row.number).padStart(2, '0');
  return {
    kind: 'ADD_ITEM',
    appendixId,
    row: {
      code: filledOrNull(row.code) ?? `${lists.get(appendixId)?.code ?? ''}-${number}`,
      number: row.number,
      kind: row.kind,
      title,
      title_en: titleEn,
      short_name: filledOrNull(row.shortName) ?? shortNameOf(title),
      short_name_en: shortNameOf(titleEn),
      lead_unit_id: leadUnitId,
      starts_on: row.startsOn,
      due_on: row.dueOn,
      concrete_objective: filledOrNull(row.concreteObjective),
      product: filledOrNull(row.product),
      approval_level: row.approvalLevel ?? null,
      responsible_person_id: row.responsiblePersonId == null ? null : idOf(Person, row.responsiblePersonId),
    },
    resources: (row.resources ?? []).map((resource) => resourceColumns(resource)),
  };
}

interface StatedResource extends Partial<Pick<ResourceChangeInput, 'description' | 'amount'>> {
  readonly kind?: ResourceKind | null;
  readonly currency?: Currency | null;
  readonly origin?: string | null;
}

function resourceColumns({ kind, description, amount, currency, origin }: StatedResource): Columns {
  const stated = { kind, description: filledOrNull(description), currency, origin: filledOrNull(origin) };
  return given({ ...stated, amount: amount == null ? null : Number(amount) });
}

function milestoneColumns({ title, dueOn, plannedPercent }: MilestoneChangeInput): Columns {
  const words = filledOrNull(title);
  return given({ title: words, title_en: words, due_on: dueOn, planned_percent: plannedPercent });
}

function changedTarget({ targetId, value, valueHigh, dueOn, trajectory }: TargetChangeInput): StoredChange {
  const points = trajectory?.map(({ period, expected }) => ({ period, ends_on: boundsOfPeriod(period).to, expected }));
  return {
    kind: 'TARGET',
    targetId: idOf(Target, targetId),
    set: given({ value, value_high: valueHigh, due_on: dueOn }),
    trajectory: points ?? null,
  };
}

function given(columns: Readonly<Record<string, Columns[string] | undefined>>): Columns {
  const entries = Object.entries(columns).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Columns;
}

function idOf(entity: EntityClass, globalId: string): string {
  return keyOf(entity, globalId) ?? NO_ROW;
}
