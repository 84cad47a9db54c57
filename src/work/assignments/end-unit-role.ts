import { Unit } from '../../organisation/public';
import { defineCommand } from '../../platform/commands/declared-command';
import { keyOf } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertAssignable, authoriseAssigning } from './assert-assignable';
import { lockItem } from '../items/lock-item';
import { UnitRole, UnitRoleKind } from './unit-role.entity';
import { EndUnitRoleInput } from './unit-role.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

/** Ends a unit's part in an item. The lead unit's does not end, it goes to another one (rule R3). */
export const endUnitRole = defineCommand({
  name: 'endUnitRole',
  description: says('Kết thúc vai trò của một đơn vị trong đầu việc.', 'Ends a unit’s part in an item.'),
  input: EndUnitRoleInput,
  returns: { workItem: WorkItem },
  rights: authoriseAssigning,
  async run({ tx, actor, append }, input) {
    const { item } = await lockItem(tx.manager, actor, input.workItemId);
    assertAssignable(item);
    const unitId = keyOf(Unit, input.unitId);
    const held =
      unitId === null
        ? null
        : await tx.manager.findOne(UnitRole, { where: { workItemId: item.id, unitId }, relations: { unit: true } });
    if (held === null) {
      throw refuse(
        'NOT_FOUND',
        ['input', 'unitId'],
        `Đơn vị này không có vai trò trong ${item.code}. Hãy chọn một đơn vị đang tham gia.`,
        `This unit has no part in ${item.code}. Choose one that has.`,
      );
    }
    const { unit, role } = held;
    if (role === UnitRoleKind.LEAD) {
      throw refuse(
        'CONFLICT',
        ['input', 'unitId'],
        `${unit.name} đang chủ trì ${item.code}. Hãy giao chủ trì cho đơn vị khác trước.`,
        `${unit.nameEn} leads ${item.code}. Give the lead to another unit first.`,
      );
    }
    await tx.manager.remove(held);
    append(workItemEvent('UNIT_ROLE_ENDED', item, unit.id, { unit: unit.code, role }));
    return { workItemId: item.id };
  },
});
