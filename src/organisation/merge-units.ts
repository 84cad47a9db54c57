import { defineCommand } from '../platform/commands/declared-command';
import type { Command } from '../platform/commands/command';
import { addDays } from '../platform/lib/calendar-date';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { getUnitOn, lockStructure, lockUnit, lockUnitsInOrder } from './load-unit';
import { canEndUnits } from './organisation.policy';
import { succeedUnit } from './succeed-unit';
import { Unit } from './unit.entity';
import { MergeUnitsInput } from './unit.inputs';
import { assertWithinTerm } from './unit.rules';

/** Ends several units on one day; one unit takes over all of their work from the next day on. All or none. */
export const mergeUnits = defineCommand({
  name: 'mergeUnits',
  description: says(
    'Sáp nhập các đơn vị vào một đơn vị từ ngày hôm sau ngày cuối.',
    'Merges units into one, from the day after their last one.',
  ),
  input: MergeUnitsInput,
  returns: { unit: Unit },
  rights: ({ actor }) => assertMergesUnits(actor),
  async run(command, input) {
    const { tx, today } = command;
    assertWithinTerm(input.lastOn, today);
    assertDistinct(input);
    await lockStructure(tx.manager);
    await lockUnitsInOrder(tx.manager, [input.successorId, ...input.unitIds]);
    const successor = await getUnitOn(tx.manager, input.successorId, addDays(input.lastOn, 1), [
      'input',
      'successorId',
    ]);
    for (const [index, unitId] of input.unitIds.entries()) {
      const path = ['input', 'unitIds', String(index)];
      const unit = await lockUnit(tx.manager, unitId, path);
      const successions = [{ successor, share: 1 }];
      await succeedUnit(command, unit, { lastOn: input.lastOn, successions, source: input.source.trim(), path });
    }
    return { unitId: successor.id };
  },
});

function assertDistinct({ unitIds, successorId }: MergeUnitsInput): void {
  if (unitIds.includes(successorId)) {
    throw refuse(
      'INVALID',
      ['input', 'successorId'],
      'Đơn vị kế thừa không thể nằm trong số đơn vị kết thúc. Hãy bỏ khỏi danh sách: đơn vị này vẫn hoạt động.',
      'The successor is among the units that end. Leave it out of the list: it goes on.',
    );
  }
  if (unitIds.length > 0 && new Set(unitIds).size === unitIds.length) return;
  throw refuse(
    'INVALID',
    ['input', 'unitIds'],
    'Hãy nêu ít nhất một đơn vị kết thúc, mỗi đơn vị một lần.',
    'Name at least one unit that ends, each of them once.',
  );
}

function assertMergesUnits(actor: Command['actor']): void {
  if (canEndUnits(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input', 'unitIds'],
    'Chỉ quản trị viên được sáp nhập đơn vị, vì quyền hạn được chuyển theo. Hãy nhờ quản trị viên.',
    'Only administrators merge units, since roles go over with the work. Ask one of them.',
  );
}
