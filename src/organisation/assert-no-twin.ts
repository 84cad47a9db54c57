import { type EntityManager, Not } from 'typeorm';
import { DomainError, refuse } from '../platform/lib/domain-error';
import { Person } from './person.entity';
import { sameName } from './person.rules';
import type { Unit } from './unit.entity';

/** Refuses a name that somebody else in the unit has, with that person; `id` is whose name it is to be, where there is somebody. */
export async function assertNoTwin(
  manager: EntityManager,
  unit: Unit,
  displayName: string,
  id: string | null = null,
): Promise<void> {
  const name = sameName(displayName);
  const there = await manager.findBy(Person, { unitId: unit.id, ...(id !== null && { id: Not(id) }) });
  const twin = there.find((other) => sameName(other.displayName) === name);
  if (twin === undefined) return;
  const { refusals } = refuse(
    'CONFLICT',
    ['input', 'displayName'],
    `${unit.name} đã có “${twin.displayName}”. Hãy dùng người đã có, có mã trong kết quả.`,
    `${unit.nameEn} has this person already. Use the one that is there, which comes with this answer.`,
  );
  throw new DomainError(refusals, { personId: twin.id });
}

/** By what a person who was entered is one: of two that enter one person at once, the second starts again and finds the first one's. */
export function personCode(unitId: string, displayName: string): string {
  return `${unitId} ${sameName(displayName)}`;
}
