import { defineCommand } from '../platform/commands/declared-command';
import type { Command } from '../platform/commands/command';
import { addDays } from '../platform/lib/calendar-date';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { getUnitOn, lockStructure, lockUnit, lockUnitsInOrder } from './load-unit';
import { canEndUnits } from './organisation.policy';
import { succeedUnit } from './succeed-unit';
import { takeBackEnd } from './take-back-end';
import { Unit } from './unit.entity';
import { EndUnitInput } from './unit.inputs';
import { assertWithinTerm, type Succession } from './unit.rules';

const PATH = ['input', 'unitId'];

/** Ends a unit on a day. Its work, and the roles held for it, go over to its successors by their shares (rule R16). */
export const endUnit = defineCommand({
  name: 'endUnit',
  description: says(
    'Kết thúc một đơn vị; công việc và quyền hạn chuyển cho đơn vị kế thừa theo phần đã nêu.',
    'Ends a unit; its work and the roles for it go over to its successors by their shares.',
  ),
  input: EndUnitInput,
  returns: { unit: Unit },
  rights: ({ actor }) => assertEndsUnits(actor),
  async run(command, input) {
    const { tx, today } = command;
    assertWithinTerm(input.lastOn, today);
    await lockStructure(tx.manager);
    await lockUnitsInOrder(tx.manager, [input.unitId, ...input.successors.map(({ unitId }) => unitId)]);
    const unit = await lockUnit(tx.manager, input.unitId, PATH);
    if (input.replacesEnd === true) await takeBackEnd(command, unit);
    const firstDay = addDays(input.lastOn, 1);
    const successions: Succession[] = [];
    for (const [index, { unitId, share }] of input.successors.entries()) {
      const at = ['input', 'successors', String(index), 'unitId'];
      const successor = unitId === input.unitId ? unit : await getUnitOn(tx.manager, unitId, firstDay, at);
      successions.push({ successor, share });
    }
    await succeedUnit(command, unit, { lastOn: input.lastOn, successions, source: input.source.trim(), path: PATH });
    return { unitId: unit.id };
  },
});

function assertEndsUnits(actor: Command['actor']): void {
  if (canEndUnits(actor)) return;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ quản trị viên được kết thúc đơn vị, vì quyền hạn được chuyển theo. Hãy nhờ quản trị viên.',
    'Only administrators end units, since roles go over with the work. Ask one of them.',
  );
}
