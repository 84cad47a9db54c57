import { type EntityManager, In } from 'typeorm';
import { getRow } from '../platform/commands/rows';
import { addDays, type CalendarDate } from '../platform/lib/calendar-date';
import { refuse } from '../platform/lib/domain-error';
import { idsOf } from '../platform/lib/global-id';
import { Unit } from './unit.entity';
import { assertExistsOn, assertGoesOn, existsOn } from './unit.rules';
import { holderOnSql } from './unit-heir.sql';

/** The unit of a client's id; `path` is the field of the input that named it. */
async function getUnit(manager: EntityManager, globalId: string, path: readonly string[]): Promise<Unit> {
  const unit = await getRow(manager, Unit, globalId);
  if (unit !== null) return unit;
  throw refuse(
    'NOT_FOUND',
    path,
    'Không có đơn vị này. Hãy chọn trong danh sách đơn vị (units).',
    'There is no such unit. Choose one of the list of units.',
  );
}

/** The same unit, locked until the transaction ends, so that its dates and successors do not change meanwhile. */
export async function lockUnit(manager: EntityManager, globalId: string, path: readonly string[]): Promise<Unit> {
  const { id } = await getUnit(manager, globalId, path);
  return manager.findOneOrFail(Unit, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/**
 * Lets one transaction at a time change how units follow and stand under one another: units that take over from each other at the same moment would wait for
 * each other in a circle, two that move could close one. To be called before any unit is locked.
 */
export async function lockStructure(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('unit.structure'))`);
}

/**
 * Locks units of clients' ids, those that end and those that go on alike, in the order of their ids: whoever shares one of them elsewhere waits for nobody who
 * waits for him. Ids that name nothing are passed over; whoever reads them refuses them.
 */
export async function lockUnitsInOrder(manager: EntityManager, globalIds: readonly string[]): Promise<void> {
  await manager.find(Unit, {
    where: { id: In(idsOf('un', globalIds)) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The unit of a client's id, if it exists on a date; refused otherwise, with what succeeded it. It cannot end before the transaction does. */
export async function getUnitOn(
  manager: EntityManager,
  globalId: string,
  date: CalendarDate,
  path: readonly string[],
): Promise<Unit> {
  const { id } = await getUnit(manager, globalId, path);
  const unit = await manager.findOneOrFail(Unit, { where: { id }, lock: { mode: 'pessimistic_read' } });
  assertExistsOn(unit, date, path, await heirsOn(manager, unit, date));
  return unit;
}

/** The same, to stand above another unit: refused also where its end is known, since whoever stood under it then would stand under nothing. */
export async function getParentOn(
  manager: EntityManager,
  globalId: string,
  date: CalendarDate,
  path: readonly string[],
): Promise<Unit> {
  const parent = await getUnitOn(manager, globalId, date, path);
  if (parent.validTo === null) return parent;
  assertGoesOn(parent, parent.validTo, path, await heirsOn(manager, parent, addDays(parent.validTo, 1)));
  return parent;
}

/** The units that carry on the matters of a unit that is not there on a date, the greatest share first; none where it is, or nobody does. */
export async function heirsOn(manager: EntityManager, unit: Unit, date: CalendarDate): Promise<Unit[]> {
  if (existsOn(unit, date)) return [];
  const heirs = await manager
    .createQueryBuilder(Unit, 'unit')
    .innerJoin(
      // what came to one heir in several parts counts as one
      (heir) =>
        heir
          .select('heir.heir_id', 'heir_id')
          .addSelect('sum(heir.share)', 'share')
          .from('unit_heir', 'heir')
          .where('heir.unit_id = :unitId', { unitId: unit.id })
          .andWhere('coalesce(heir.held_from <= :date, true) and coalesce(heir.held_to >= :date, true)', { date })
          .groupBy('heir.heir_id'),
      'held',
      'held.heir_id = unit.id',
    )
    .orderBy('held.share', 'DESC')
    .addOrderBy('unit.code')
    .getMany();
  // who ended with nobody after it keeps what it held, but does nothing with it any more
  return heirs.filter((heir) => existsOn(heir, date));
}

/** Id of the unit that holds all matters of a unit on a date; its own where several share them. */
export async function holderOn(manager: EntityManager, unitId: string, date: CalendarDate): Promise<string> {
  const holder = holderOnSql('$1::uuid', '$2::date', (name) => name);
  const [row] = await manager.query<{ id: string }[]>(`select ${holder} as id`, [unitId, date]);
  return row!.id;
}
