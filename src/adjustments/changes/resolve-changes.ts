import { Person, Unit } from '../../organisation/public';
import { keyOf } from '../../platform/commands/rows';
import type { EntityClass } from '../../platform/reader/model/declarations';
import { filledOrNull } from '../../platform/lib/text';
import { WorkItem } from '../../work/public';
import type { AdjustmentChangeInput, ItemChangeInput } from './change.inputs';
import type { Columns, StoredChange } from './stored-change';

/** The id of no row: what a client names that is no id of its type is not there. */
const NO_ROW = '00000000-0000-0000-0000-000000000000';

/** A change of an input as it is kept: rows by their ids, values by their columns, what was not given left out. */
export function resolveChange({ item }: AdjustmentChangeInput): StoredChange {
  if (item != null) return { kind: 'ITEM', workItemId: idOf(WorkItem, item.workItemId), set: itemColumns(item) };
  throw new Error('A change has exactly one field.');
}

function itemColumns(item: ItemChangeInput): Columns {
  return given({
    starts_on: item.startsOn,
    due_on: item.dueOn,
    lead_unit_id: item.leadUnitId == null ? null : idOf(Unit, item.leadUnitId),
    title: filledOrNull(item.title),
    product: filledOrNull(item.product),
    concrete_objective: filledOrNull(item.concreteObjective),
    responsible_person_id: item.responsiblePersonId == null ? null : idOf(Person, item.responsiblePersonId),
    approval_level: item.approvalLevel,
  });
}

function given(columns: Readonly<Record<string, Columns[string] | undefined>>): Columns {
  const entries = Object.entries(columns).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Columns;
}

function idOf(entity: EntityClass, globalId: string): string {
  return keyOf(entity, globalId) ?? NO_ROW;
}
