import type { EntityManager } from 'typeorm';
import { defineCommand } from '../platform/commands/declared-command';
import { changedFields } from '../platform/lib/changed-fields';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { lockStructure, lockUnit } from './load-unit';
import { canKeepUnits } from './organisation.policy';
import { Unit } from './unit.entity';
import { unitEvent } from './unit.events';
import { CorrectUnitInput } from './unit.inputs';
import { assertMayBegin, assertMayHaveBegun } from './unit.rules';
import { UnitSuccession } from './unit-succession.entity';

const CORRECTED = ['name', 'nameEn', 'shortName', 'shortNameEn', 'kind', 'validFrom'] as const;

/** Puts right what was written wrongly of a unit. Its place, its end and its successors have commands of their own: those are decisions, no slips of the pen. */
export const correctUnit = defineCommand({
  name: 'correctUnit',
  description: says(
    'Đính chính tên, loại hoặc ngày bắt đầu của đơn vị đã ghi sai; nội dung cũ được giữ cùng lý do.',
    'Corrects the names, the kind or the first day of a unit; what stood before is kept, with the reason.',
  ),
  input: CorrectUnitInput,
  returns: { unit: Unit },
  rights({ actor }) {
    if (canKeepUnits(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'unitId'],
      'Chỉ quản trị viên và cơ quan thường trực được đính chính đơn vị. Hãy nhờ cơ quan thường trực.',
      'Only administrators and the secretariat correct units. Ask the secretariat.',
    );
  },
  async run({ tx, today, append }, input) {
    await lockStructure(tx.manager);
    const unit = await lockUnit(tx.manager, input.unitId, ['input', 'unitId']);
    const before = { ...unit };
    for (const field of CORRECTED) {
      const given = input[field];
      if (given != null) Object.assign(unit, { [field]: given.trim() });
    }
    if (unit.validFrom !== null && unit.validFrom !== before.validFrom) {
      assertMayBegin(unit.validFrom, today);
      assertMayHaveBegun(before, unit.validFrom, today, await takenOver(tx.manager, unit));
    }
    const changed = changedFields(CORRECTED, before, unit);
    if (changed === null) return { unitId: unit.id };
    await tx.manager.save(unit);
    append(unitEvent('UNIT_CORRECTED', unit, { ...changed, reason: input.reason.trim() }));
    return { unitId: unit.id };
  },
});

/** What the unit took over, the first first. */
function takenOver(manager: EntityManager, { id }: Unit): Promise<UnitSuccession[]> {
  return manager.find(UnitSuccession, {
    where: { successorId: id },
    relations: { predecessor: true },
    order: { effectiveOn: 'ASC', id: 'ASC' },
  });
}
