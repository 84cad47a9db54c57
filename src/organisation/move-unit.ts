import type { EntityManager } from 'typeorm';
import { defineCommand } from '../platform/commands/declared-command';
import type { Command } from '../platform/commands/command';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { getParentOn, lockStructure, lockUnit, lockUnitsInOrder } from './load-unit';
import { canKeepUnits } from './organisation.policy';
import { Unit } from './unit.entity';
import { unitEvent } from './unit.events';
import { MoveUnitInput } from './unit.inputs';
import { assertNoCycle } from './unit.rules';

/** Places a unit under another one, or under none. */
export const moveUnit = defineCommand({
  name: 'moveUnit',
  description: says('Chuyển một đơn vị sang cấp trên khác.', 'Places a unit under another one.'),
  input: MoveUnitInput,
  returns: { unit: Unit },
  rights: ({ actor }) => assertMovesUnits(actor),
  async run({ tx, today, append }, input) {
    await lockStructure(tx.manager);
    await lockUnitsInOrder(tx.manager, [input.unitId, ...(input.parentId == null ? [] : [input.parentId])]);
    const unit = await lockUnit(tx.manager, input.unitId, ['input', 'unitId']);
    const parent =
      input.parentId == null ? null : await getParentOn(tx.manager, input.parentId, today, ['input', 'parentId']);
    if (parent !== null) assertNoCycle(unit, await lineOf(tx.manager, parent));
    if (unit.parentId === (parent?.id ?? null)) return { unitId: unit.id };
    unit.parentId = parent?.id ?? null;
    await tx.manager.save(unit);
    append(unitEvent('UNIT_MOVED', unit, { parent: parent?.code ?? null }));
    return { unitId: unit.id };
  },
});

/** A unit and everything above it, itself first. */
async function lineOf(manager: EntityManager, unit: Unit): Promise<Unit[]> {
  const line = [unit];
  for (let at = unit; at.parentId !== null; at = line.at(-1)!) {
    const above = await manager.findOneByOrFail(Unit, { id: at.parentId });
    if (line.some(({ id }) => id === above.id)) break;
    line.push(above);
  }
  return line;
}

function assertMovesUnits(actor: Command['actor']): void {
  if (canKeepUnits(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input', 'unitId'],
    'Chỉ quản trị viên và cơ quan thường trực được chuyển đơn vị. Hãy nhờ cơ quan thường trực.',
    'Only administrators and the secretariat move units. Ask the secretariat.',
  );
}
