import { type EntityManager, In } from 'typeorm';
import type { CalendarDate } from '../platform/lib/calendar-date';
import { DomainError, type Refusal } from '../platform/lib/domain-error';
import { heirsOn } from './load-unit';
import { Unit } from './unit.entity';
import { refusalOfAbsence } from './unit.rules';

/** Where the input names a unit: one field for all of them, or one for each by its place among the units. */
type UnitPath = readonly string[] | ((index: number) => readonly string[]);

/** The date on which a unit has to be there: one for all of them, or one for each. */
type UnitDate = CalendarDate | ((index: number) => CalendarDate);

/**
 * Refuses units that do not exist on a date, all at once: those to come with their first day, those that have ended with the units that hold their
 * matters on that date. None of them can end before the transaction does.
 */
export async function assertUnitsAreThere(
  manager: EntityManager,
  units: readonly Pick<Unit, 'id'>[],
  date: UnitDate,
  path: UnitPath,
): Promise<void> {
  const locked = await lockInOrder(manager, units);
  const refusals: Refusal[] = [];
  for (const [index, { id }] of units.entries()) {
    const unit = locked.get(id)!;
    const at = typeof path === 'function' ? path(index) : path;
    const on = typeof date === 'function' ? date(index) : date;
    const refusal = refusalOfAbsence(unit, on, at, await heirsOn(manager, unit, on));
    if (refusal !== null) refusals.push(refusal);
  }
  if (refusals.length > 0) throw new DomainError(refusals);
}

/** The units as they stand, share-locked by id, so that two that name the same units do not wait for each other in a circle. */
async function lockInOrder(
  manager: EntityManager,
  units: readonly Pick<Unit, 'id'>[],
): Promise<ReadonlyMap<string, Unit>> {
  const locked = await manager.find(Unit, {
    where: { id: In(units.map(({ id }) => id)) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_read' },
  });
  return new Map(locked.map((unit) => [unit.id, unit]));
}
