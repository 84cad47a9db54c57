import type { EntityManager } from 'typeorm';
import { heirsOn, holderOn, Person, Unit } from '../../organisation/public';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertAssignable, authoriseAssigning } from './assert-assignable';
import { lockItem } from '../items/lock-item';
import { AssignResponsiblePersonInput } from './unit-role.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

const PATH = ['input', 'personId'];

/** Says who answers for an item: somebody of its lead unit, or of what has succeeded that. */
export const assignResponsiblePerson = defineCommand({
  name: 'assignResponsiblePerson',
  description: says(
    'Nêu người chịu trách nhiệm, thuộc đơn vị chủ trì.',
    'Says who of the lead unit answers for an item.',
  ),
  input: AssignResponsiblePersonInput,
  returns: { workItem: WorkItem },
  rights: authoriseAssigning,
  async run({ tx, actor, today, append }, input) {
    const { item } = await lockItem(tx.manager, actor, input.workItemId);
    assertAssignable(item);
    const person = await getPerson(tx.manager, input.personId);
    await assertOfLeadUnit(tx.manager, item, person, today);
    if (item.responsiblePersonId === person.id) return { workItemId: item.id };
    item.responsiblePersonId = person.id;
    await tx.manager.save(item);
    append(workItemEvent('RESPONSIBLE_PERSON_ASSIGNED', item, person.unitId, {}));
    return { workItemId: item.id };
  },
});

async function getPerson(manager: EntityManager, globalId: string): Promise<Person> {
  const person = await getRow(manager, Person, globalId);
  if (person !== null) return person;
  throw refuse(
    'NOT_FOUND',
    PATH,
    'Không có người phụ trách này. Hãy kiểm tra lại mã định danh.',
    'There is no such person. Check the id.',
  );
}

async function assertOfLeadUnit(
  manager: EntityManager,
  item: WorkItem,
  person: Person,
  today: CalendarDate,
): Promise<void> {
  const holder = await holderOn(manager, item.leadUnitId, today);
  const unit = await manager.findOneByOrFail(Unit, { id: holder });
  const heirs = await heirsOn(manager, unit, today);
  if (heirs.length > 0) throw leadIsDivided(item, unit, heirs);
  if (person.unitId === item.leadUnitId || person.unitId === holder) return;
  throw refuse(
    'INVALID',
    PATH,
    `Người phụ trách phải thuộc đơn vị chủ trì, hiện là ${unit.name}. Hãy chọn người của đơn vị này.`,
    `Who answers for an item works in its lead unit, now ${unit.nameEn}. Choose somebody of that unit.`,
  );
}

/** Several units share what the lead unit did: somebody has to say first which of them leads. */
function leadIsDivided({ code }: WorkItem, lead: Unit, heirs: readonly Unit[]): DomainError {
  return refuse(
    'CONFLICT',
    ['input', 'workItemId'],
    `Đơn vị chủ trì ${code} là ${lead.name} (${lead.code}) đã chia cho: ${heirs.map((unit) => `${unit.name} (${unit.code})`).join(', ')}. Hãy giao chủ trì cho một đơn vị trong số đó (assignLeadUnit) trước.`,
    `${lead.nameEn} (${lead.code}), which leads ${code}, was divided among: ${heirs.map((unit) => `${unit.nameEn} (${unit.code})`).join(', ')}. Give the lead to one of them first (assignLeadUnit).`,
  );
}
