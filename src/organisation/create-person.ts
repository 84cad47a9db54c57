import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { getUnitOn } from './load-unit';
import { canKeepUnits } from './organisation.policy';
import { Person } from './person.entity';
import type { CreatePersonInput } from './person.inputs';
import { sameName } from './person.rules';

/** Adds a person who can be named as answering for work, known by office. */
export async function createPerson(
  { tx, actor, today, append }: Command,
  input: CreatePersonInput,
): Promise<{ personId: string }> {
  if (!canKeepUnits(actor)) {
    throw refuse(
      'FORBIDDEN',
      ['input'],
      'Chỉ quản trị viên và cơ quan thường trực được thêm người phụ trách.',
      'Only administrators and the secretariat add persons.',
    );
  }
  const unit = await getUnitOn(tx.manager, input.unitId, today, ['input', 'unitId']);
  const displayName = input.displayName.trim();
  const name = sameName(displayName);
  const there = await tx.manager.findBy(Person, { unitId: unit.id });
  const twin = there.find((other) => sameName(other.displayName) === name);
  if (twin !== undefined) {
    throw refuse(
      'CONFLICT',
      ['input', 'displayName'],
      `${unit.name} đã có “${twin.displayName}”. Hãy dùng người đã có.`,
      `${unit.nameEn} has this person already. Use the one that is there.`,
    );
  }
  // the code is unique: of two that enter one person at once, the second starts again and finds the first one's
  const code = `${unit.id} ${name}`;
  const person = await tx.manager.save(Person, { code, displayName, unitId: unit.id, isSample: false });
  append({
    type: 'PERSON_CREATED',
    subject: { type: 'Person', id: person.id },
    unitId: unit.id,
    programmeId: null,
    audience: EventAudience.EVERYONE,
    data: { unit: unit.code },
  });
  return { personId: person.id };
}
