import { EventAudience } from '../platform/event-log/event-audience';
import type { Asking } from '../platform/commands/command';
import { defineCommand } from '../platform/commands/declared-command';
import { getRow, keyOf } from '../platform/commands/rows';
import { changedFields } from '../platform/lib/changed-fields';
import { DomainError, refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { filledOrNull } from '../platform/lib/text';
import { assertNoTwin, personCode } from './assert-no-twin';
import { getUnitOn } from './load-unit';
import { canAddPersons, canAddPersonsTo, canKeepUnits } from './organisation.policy';
import { Person } from './person.entity';
import { ChangePersonInput } from './person.inputs';
import { personSteps } from './person.steps';
import { Unit } from './unit.entity';
import { personEvents } from './unit.events';

/** Gives a person another name, or the unit to which the person has gone. What was answered for before keeps its history. */
export const changePerson = defineCommand({
  name: 'changePerson',
  description: says(
    'Sửa tên hoặc đơn vị công tác của người phụ trách.',
    'Changes the name or the unit of a person who answers for work.',
  ),
  input: ChangePersonInput,
  returns: { person: Person },
  rights: assertMayChange,
  async run({ tx, today, append, missing }, input) {
    const { id } = await getPerson(tx.manager, input.personId);
    const person = await tx.manager.findOneOrFail(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const from = person.unitId === null ? null : await tx.manager.findOneByOrFail(Unit, { id: person.unitId });
    const before = { displayName: person.displayName, unit: from?.code ?? null };
    const goesTo = goesToOf(input, person);
    const unit = goesTo === null ? from : await getUnitOn(tx.manager, goesTo, today, ['input', 'unitId']);
    const displayName = input.displayName?.trim() ?? person.displayName;
    const changed = changedFields(['displayName', 'unit'], before, { displayName, unit: unit?.code ?? null });
    if (changed === null) return { personId: id };
    if (unit !== null) {
      await assertNoTwin(tx.manager, unit, displayName, id);
      // what came with a file is known again by the code that it came with
      if (!person.isSample) person.code = personCode(unit.id, displayName);
    }
    await tx.manager.save(Object.assign(person, { displayName, unitId: unit?.id ?? null }));
    if (goesTo !== null) assertNothingMissing(await missing(personSteps.move, id));
    append({
      type: personEvents.PERSON_CHANGED.type,
      subject: { type: 'Person', id },
      unitId: person.unitId,
      programmeId: null,
      // screens see no names
      audience: EventAudience.OFFICIALS,
      data: { ...changed, reason: filledOrNull(input.reason) },
    });
    return { personId: id };
  },
});

/** The id of the unit to which the person goes; null for whoever stays. */
function goesToOf({ unitId }: ChangePersonInput, person: Person): string | null {
  return unitId == null || keyOf(Unit, unitId) === person.unitId ? null : unitId;
}

/** Who may add persons to the unit where the person is, and to the one where the person goes. */
async function assertMayChange({ tx, actor }: Asking, input: ChangePersonInput): Promise<void> {
  if (!canAddPersons(actor)) throw notAllowed(['input', 'personId']);
  const { unitId } = await getPerson(tx.manager, input.personId);
  const isOwn = unitId === null ? canKeepUnits(actor) : canAddPersonsTo(actor, unitId);
  if (!isOwn) throw notAllowed(['input', 'personId']);
  if (input.unitId == null) return;
  const goesTo = keyOf(Unit, input.unitId);
  if (goesTo === null || !canAddPersonsTo(actor, goesTo)) throw notAllowed(['input', 'unitId']);
}

async function getPerson(manager: Asking['tx']['manager'], globalId: string): Promise<Person> {
  const person = await getRow(manager, Person, globalId);
  if (person !== null) return person;
  throw refuse(
    'NOT_FOUND',
    ['input', 'personId'],
    'Không có người phụ trách này. Hãy chọn trong danh sách người phụ trách (persons).',
    'There is no such person. Choose one of the list of persons.',
  );
}

function assertNothingMissing(refusals: DomainError['refusals']): void {
  if (refusals.length > 0) throw new DomainError(refusals);
}

function notAllowed(path: readonly string[]): DomainError {
  return refuse(
    'FORBIDDEN',
    path,
    'Quản trị viên và cơ quan thường trực sửa người phụ trách của mọi đơn vị; người báo cáo và người duyệt chỉ sửa người của đơn vị mình. Hãy nhờ cơ quan thường trực.',
    'Administrators and the secretariat change persons of any unit, reporters and approvers those of their own. Ask the secretariat.',
  );
}
