import { MoreThan } from 'typeorm';
import type { Command } from '../platform/commands/command';
import { addDays, type CalendarDate } from '../platform/lib/calendar-date';
import { refuse } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import { Unit } from './unit.entity';
import { unitEvent } from './unit.events';
import { UnitSuccession } from './unit-succession.entity';
import { assertMayEnd, assertSuccessors, existsOn, type Succession, toStoredShare } from './unit.rules';

/** How a unit ends. */
export interface UnitEnd {
  readonly lastOn: CalendarDate;
  readonly successions: readonly Succession[];
  readonly source: string;
  /** The field of the input that named the unit. */
  readonly path: readonly string[];
}

/** Ends a locked unit with its last day and has its successors take over on the day after, by their shares. */
export async function succeedUnit({ tx, append }: Command, unit: Unit, end: UnitEnd): Promise<void> {
  const { lastOn, successions, source, path } = end;
  assertMayEnd(unit, lastOn, path);
  assertSuccessors(unit, successions);
  const effectiveOn = addDays(lastOn, 1);
  await assertNobodyUnder(tx.manager, unit, effectiveOn, path);
  await assertNothingComesLater(tx.manager, unit, lastOn);
  unit.validTo = lastOn;
  await tx.manager.save(unit);
  await tx.manager.save(
    UnitSuccession,
    successions.map(({ successor, share }) => ({
      predecessorId: unit.id,
      successorId: successor.id,
      effectiveOn,
      share: toStoredShare(share),
      source: { citations: [source], reliability: null, note: null },
    })),
  );
  const successors = successions.map(({ successor, share }) => ({ unit: successor.code, share: toStoredShare(share) }));
  append(unitEvent('UNIT_ENDED', unit, { lastOn, successors }));
}

async function assertNobodyUnder(
  manager: Command['tx']['manager'],
  unit: Unit,
  date: CalendarDate,
  path: readonly string[],
): Promise<void> {
  const under = await manager.find(Unit, { where: { parentId: unit.id }, order: { code: 'ASC' } });
  const left = under.filter((child) => existsOn(child, date));
  if (left.length === 0) return;
  const codes = left.map(({ code }) => code).join(', ');
  throw refuse(
    'CONFLICT',
    path,
    `Còn đơn vị trực thuộc: ${codes}. Hãy chuyển các đơn vị này trước.`,
    `Units stand under it still: ${codes}. Move them first.`,
  );
}

/** A unit that is to take over another one's work exists on that day. */
async function assertNothingComesLater(
  manager: Command['tx']['manager'],
  unit: Unit,
  lastOn: CalendarDate,
): Promise<void> {
  const coming = await manager.findOne(UnitSuccession, {
    where: { successorId: unit.id, effectiveOn: MoreThan(lastOn) },
    relations: { predecessor: true },
    order: { effectiveOn: 'DESC' },
  });
  if (coming === null) return;
  const { predecessor, effectiveOn } = coming;
  throw refuse(
    'INVALID',
    ['input', 'lastOn'],
    `${unit.name} kế thừa ${predecessor.name} từ ngày ${vietnameseDate(effectiveOn)}. Hãy chọn ngày cuối không sớm hơn ngày đó.`,
    `${unit.nameEn} takes over from ${predecessor.nameEn} on ${effectiveOn}. Choose a last day that is not before it.`,
  );
}
