import { type EntityManager, In } from 'typeorm';
import { Person, type Unit } from '../../organisation/public';
import { keyOf } from '../../platform/commands/rows';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import type { AppendixRowInput } from './appendix-rows.inputs';

/** The persons who answer for rows, by the ids that clients give; each must work in the unit that leads the row. */
export async function findRowPersons(
  manager: EntityManager,
  rows: readonly AppendixRowInput[],
  leads: ReadonlyMap<string, Unit>,
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ responsiblePersonId }) => uuidOf(responsiblePersonId) ?? []);
  const persons = ids.length === 0 ? [] : await manager.findBy(Person, { id: In(ids) });
  const found = new Map(persons.map((person) => [person.id, person]));
  const refusals = rows.flatMap((row, index): Refusal[] => {
    if ((row.responsiblePersonId ?? null) === null) return [];
    const person = found.get(uuidOf(row.responsiblePersonId) ?? '');
    const lead = leads.get(row.leadUnitCode)!;
    const path = ['input', 'rows', String(index), 'responsiblePersonId'];
    if (person === undefined) {
      const message = {
        vi: 'Không có người phụ trách này. Hãy kiểm tra lại mã định danh.',
        en: 'There is no such person. Check the id.',
      };
      return [{ code: 'NOT_FOUND', path, message }];
    }
    if (person.unitId === lead.id) return [];
    const message = {
      vi: `Người phụ trách phải thuộc đơn vị chủ trì ${lead.name}. Hãy chọn người của đơn vị này.`,
      en: `Who answers for an item works in its lead unit, ${lead.nameEn}. Choose somebody of that unit.`,
    };
    return [{ code: 'INVALID', path, message }];
  });
  if (refusals.length > 0) throw new DomainError(refusals);
  return new Map(rows.flatMap(({ responsiblePersonId: id }) => (id == null ? [] : [[id, uuidOf(id)!]])));
}

function uuidOf(globalId: string | null | undefined): string | null {
  return keyOf(Person, globalId);
}
