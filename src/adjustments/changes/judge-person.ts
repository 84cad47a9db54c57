import type { Refusal } from '../../platform/lib/domain-error';
import type { AdjustmentFacts } from './adjustment-facts.rules';
import { type At, refusal } from './refused.rules';
import type { Standing } from './standing.rules';
import type { StoredChange } from './stored-change.rules';

/** Whoever is to answer for an item works in the unit that leads it after the change, or in what has succeeded that (rule R3). */
export function refusalsOfPerson(
  { rows }: Pick<AdjustmentFacts, 'rows'>,
  change: StoredChange,
  path: At,
  { persons, units }: Standing,
): Refusal[] {
  const set = change.kind === 'ITEM' ? change.set : change.kind === 'ADD_ITEM' ? change.row : {};
  if (set.responsible_person_id == null) return [];
  const person = persons.find(({ id }) => id === set.responsible_person_id);
  if (person === undefined) {
    return [
      refusal(
        'NOT_FOUND',
        path('responsiblePersonId'),
        'Không có người phụ trách này. Hãy kiểm tra lại mã định danh.',
        'There is no such person. Check the id.',
      ),
    ];
  }
  const item = change.kind === 'ITEM' ? rows.work_item.find(({ id }) => id === change.workItemId) : undefined;
  const lead = units.find(({ id }) => id === (set.lead_unit_id ?? item?.lead_unit_id));
  // a lead unit that is not there is refused already
  if (lead === undefined || person.unitId === lead.id || person.unitId === lead.holderId) return [];
  const holder = units.find(({ id }) => id === lead.holderId) ?? lead;
  return [
    refusal(
      'INVALID',
      path('responsiblePersonId'),
      `Người phụ trách phải thuộc đơn vị chủ trì, hiện là ${holder.name}. Hãy chọn người của đơn vị này.`,
      `Who answers for an item works in its lead unit, now ${holder.nameEn}. Choose somebody of that unit.`,
    ),
  ];
}
