import type { EntityManager } from 'typeorm';
import { getUnitOn, Unit } from '../../organisation/public';
import { defineCommand } from '../../platform/commands/declared-command';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { FormerLead } from './former-lead.entity';
import { leadsFrom } from './leads-from';
import { assertAssignable, authoriseAssigning } from './assert-assignable';
import { lockItem } from '../items/lock-item';
import { nextRank } from './next-rank';
import { UnitRole, UnitRoleKind } from './unit-role.entity';
import { AssignLeadUnitInput } from './unit-role.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

/** Gives an item to another lead unit, which names who answers for it anew. There is one before and one after (rule R3); the former one may keep another role. */
export const assignLeadUnit = defineCommand({
  name: 'assignLeadUnit',
  description: says(
    'Giao đầu việc cho đơn vị chủ trì khác; mỗi đầu việc có đúng một đơn vị chủ trì.',
    'Gives an item to another lead unit; it has exactly one.',
  ),
  input: AssignLeadUnitInput,
  returns: { workItem: WorkItem },
  rights: authoriseAssigning,
  async run({ tx, actor, today, append }, input) {
    const { manager } = tx;
    const { item } = await lockItem(manager, actor, input.workItemId);
    assertAssignable(item);
    if (input.formerRole === UnitRoleKind.LEAD) {
      throw refuse(
        'INVALID',
        ['input', 'formerRole'],
        'Mỗi đầu việc chỉ có một đơn vị chủ trì. Hãy chọn vai trò khác cho đơn vị cũ.',
        'An item has one lead unit. Choose another role for the former one.',
      );
    }
    const unit = await getUnitOn(manager, input.unitId, leadsFrom(item, today), ['input', 'unitId']);
    if (unit.id === item.leadUnitId) return { workItemId: item.id };
    const former = await manager.findOneByOrFail(Unit, { id: item.leadUnitId });
    assertHandsOver(item, former, today);
    await endLead(manager, item, input.formerRole ?? null);
    await manager.save(FormerLead, { workItemId: item.id, unitId: former.id, endedOn: today });
    await beginLead(manager, item, unit.id);
    item.leadUnitId = unit.id;
    // who answered for it works elsewhere: the new lead unit names its own person
    item.responsiblePersonId = null;
    await manager.save(item);
    append(
      workItemEvent('LEAD_UNIT_ASSIGNED', item, unit.id, {
        from: former.code,
        to: unit.code,
        formerRole: input.formerRole ?? null,
        reason: input.reason.trim(),
      }),
    );
    return { workItemId: item.id };
  },
});

/** Who leads what is in force was decided with its plan and is changed by an adjustment; what a unit that has ended leaves behind is handed over directly. */
function assertHandsOver({ code, isInForce }: WorkItem, { validTo }: Unit, today: CalendarDate): void {
  if (!isInForce || (validTo !== null && validTo < today)) return;
  throw refuse(
    'CLOSED',
    ['input', 'workItemId'],
    `Đầu việc ${code} đang có hiệu lực: đơn vị chủ trì chỉ đổi bằng điều chỉnh. Hãy đề nghị đơn vị chủ trì đăng ký (registerAdjustment); việc của đơn vị đã chấm dứt hoạt động thì giao trực tiếp được.`,
    `The item ${code} is in force: its lead unit is changed by an adjustment alone. Ask the lead unit to register it (registerAdjustment); what a unit that has ended leaves behind is handed over directly.`,
  );
}

async function endLead(manager: EntityManager, item: WorkItem, formerRole: UnitRoleKind | null): Promise<void> {
  const lead = await manager.findOneBy(UnitRole, { workItemId: item.id, role: UnitRoleKind.LEAD });
  if (lead === null) return;
  if (formerRole === null) await manager.remove(lead);
  else await manager.save(Object.assign(lead, { role: formerRole }));
}

async function beginLead(manager: EntityManager, item: WorkItem, unitId: string): Promise<void> {
  const had = await manager.findOneBy(UnitRole, { workItemId: item.id, unitId });
  await manager.save(UnitRole, {
    ...(had ?? { workItemId: item.id, unitId, rank: await nextRank(manager, item), isSample: item.isSample }),
    role: UnitRoleKind.LEAD,
  });
}
