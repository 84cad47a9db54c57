import { EventAudience } from '../platform/event-log/event-audience';
import { defineCommand } from '../platform/commands/declared-command';
import { keyOf } from '../platform/commands/rows';
import { type DomainError, refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { Unit } from './unit.entity';
import { getUnitOn } from './load-unit';
import { canAddPersons, canAddPersonsTo } from './organisation.policy';
import { Person } from './person.entity';
import { CreatePersonInput } from './person.inputs';
import { assertNoTwin, personCode } from './assert-no-twin';
import { personEvents } from './unit.events';

/** Adds a person who can be named as answering for work, known by office. */
export const createPerson = defineCommand({
  name: 'createPerson',
  description: says('Thêm một người phụ trách.', 'Adds a person who can answer for work.'),
  input: CreatePersonInput,
  returns: { person: Person },
  rights({ actor }, { unitId }) {
    const unit = keyOf(Unit, unitId);
    if (!canAddPersons(actor)) throw notAllowed(['input']);
    if (unit === null || !canAddPersonsTo(actor, unit)) throw notAllowed(['input', 'unitId']);
  },
  async run({ tx, actor, today, append }, input) {
    if (!canAddPersons(actor)) throw notAllowed(['input']);
    const unit = await getUnitOn(tx.manager, input.unitId, today, ['input', 'unitId']);
    if (!canAddPersonsTo(actor, unit.id)) throw notAllowed(['input', 'unitId']);
    const displayName = input.displayName.trim();
    await assertNoTwin(tx.manager, unit, displayName);
    const code = personCode(unit.id, displayName);
    const person = await tx.manager.save(Person, { code, displayName, unitId: unit.id, isSample: false });
    append({
      type: personEvents.PERSON_CREATED.type,
      subject: { type: 'Person', id: person.id },
      unitId: unit.id,
      programmeId: null,
      // screens see no names
      audience: EventAudience.OFFICIALS,
      data: { unit: unit.code, displayName },
    });
    return { personId: person.id };
  },
});

function notAllowed(path: readonly string[]): DomainError {
  return refuse(
    'FORBIDDEN',
    path,
    'Quản trị viên và cơ quan thường trực thêm người phụ trách của mọi đơn vị; người báo cáo và người duyệt chỉ thêm người của đơn vị mình. Hãy chọn đơn vị mình hoặc nhờ cơ quan thường trực.',
    'Administrators and the secretariat add persons of any unit, reporters and approvers those of their own. Choose your own unit, or ask the secretariat.',
  );
}
