import type { EntityManager } from 'typeorm';
import { getUnitOn, holderOn, type Unit } from '../../organisation/public';
import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { leadsFrom } from './leads-from';
import { assertAssignable, authoriseAssigning } from './assert-assignable';
import { lockItem } from '../items/lock-item';
import { nextRank } from './next-rank';
import { UnitRole, UnitRoleKind } from './unit-role.entity';
import { AssignUnitRoleInput } from './unit-role.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

/** Gives a unit a part in an item beside the lead unit, or another part than it had. */
export const assignUnitRole = defineCommand({
  name: 'assignUnitRole',
  description: says(
    'Giao vai trò phối hợp, tham mưu hoặc theo dõi cho một đơn vị.',
    'Gives a unit a part beside the lead unit.',
  ),
  input: AssignUnitRoleInput,
  returns: { workItem: WorkItem },
  rights: authoriseAssigning,
  async run({ tx, actor, today, append }, input) {
    const { manager } = tx;
    const { item } = await lockItem(manager, actor, input.workItemId);
    assertAssignable(item);
    const { role } = input;
    const unit = await getUnitOn(manager, input.unitId, leadsFrom(item, today), ['input', 'unitId']);
    const lead = await holderOn(manager, item.leadUnitId, leadsFrom(item, today));
    await assertOneLead(manager, item, unit, role, lead);
    const had = await manager.findOneBy(UnitRole, { workItemId: item.id, unitId: unit.id });
    if (had?.role === role) return { workItemId: item.id };
    await manager.save(UnitRole, {
      ...(had ?? {
        workItemId: item.id,
        unitId: unit.id,
        rank: await nextRank(manager, item),
        isSample: item.isSample,
      }),
      role,
    });
    append(workItemEvent('UNIT_ROLE_ASSIGNED', item, unit.id, { unit: unit.code, role, before: had?.role ?? null }));
    return { workItemId: item.id };
  },
});

/** Neither a second lead unit nor none at all (rule R3); who holds the matters of the lead unit leads in its place. */
async function assertOneLead(
  manager: EntityManager,
  item: WorkItem,
  unit: Unit,
  role: UnitRoleKind,
  holderId: string,
): Promise<void> {
  if (unit.id === item.leadUnitId && role === UnitRoleKind.LEAD) return;
  if ([item.leadUnitId, holderId].includes(unit.id) && role !== UnitRoleKind.LEAD) {
    throw refuse(
      'CONFLICT',
      ['input', 'unitId'],
      `${unit.name} đang chủ trì ${item.code}. Hãy giao chủ trì cho đơn vị khác trước.`,
      `${unit.nameEn} leads ${item.code}. Give the lead to another unit first.`,
    );
  }
  if (role !== UnitRoleKind.LEAD) return;
  const lead = await manager.findOneOrFail(UnitRole, {
    where: { workItemId: item.id, role: UnitRoleKind.LEAD },
    relations: { unit: true },
  });
  throw refuse(
    'CONFLICT',
    ['input', 'role'],
    `Đầu việc ${item.code} đã có đơn vị chủ trì là ${lead.unit.name}. Muốn thay, hãy giao chủ trì cho đơn vị mới.`,
    `The item ${item.code} has a lead unit, ${lead.unit.nameEn}. To replace it, assign another lead unit.`,
  );
}
