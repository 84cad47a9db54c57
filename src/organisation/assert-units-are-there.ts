import { type EntityManager, In } from 'typeorm';
import type { CalendarDate } from '../platform/lib/clock';
import { DomainError } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import type { Unit } from './unit.entity';
import { UnitSuccession } from './unit-succession.entity';

/** Refuses units that have ended, each with the units that succeeded it. */
export async function assertUnitsAreThere(
  manager: EntityManager,
  units: readonly Unit[],
  today: CalendarDate,
  path: readonly string[],
): Promise<void> {
  const ended = units.filter(({ validTo }) => validTo !== null && validTo < today);
  if (ended.length === 0) return;
  const successions = await manager.find(UnitSuccession, {
    where: { predecessorId: In(ended.map(({ id }) => id)) },
    relations: { successor: true },
    order: { share: 'DESC' },
  });
  const refusals = ended.map((unit) => {
    const heirs = successions.filter(({ predecessorId }) => predecessorId === unit.id).map((row) => row.successor);
    const offer = (names: readonly string[], vi: boolean) =>
      names.length === 0 ? '' : vi ? ` Đơn vị kế thừa: ${names.join(', ')}.` : ` Its successors: ${names.join(', ')}.`;
    const vi = heirs.map(({ code, shortName }) => `${shortName} (${code})`);
    const en = heirs.map(({ code, shortNameEn }) => `${shortNameEn} (${code})`);
    return {
      code: 'INVALID' as const,
      path,
      message: {
        vi: `${unit.shortName} đã ngừng hoạt động từ sau ${vietnameseDate(unit.validTo!)}.${offer(vi, true)}`,
        en: `${unit.shortNameEn} ended on ${unit.validTo!}.${offer(en, false)}`,
      },
    };
  });
  throw new DomainError(refusals);
}
