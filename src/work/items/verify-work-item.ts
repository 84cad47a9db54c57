import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { getSeenItem, lockItem } from './lock-item';
import { WorkItem } from './work-item.entity';
import { workItemEvent } from './work-item.events';
import { VerifyWorkItemInput } from './work-item.inputs';
import { canVerify } from './work-item.policy';

/** Records what an inspection found of an item, beside what its unit says and what is computed. */
export const verifyWorkItem = defineCommand({
  name: 'verifyWorkItem',
  description: says(
    'Ghi nhận kết quả kiểm tra, cạnh đánh giá của đơn vị và của hệ thống.',
    'Records what an inspection found, beside what the unit says and what is computed.',
  ),
  input: VerifyWorkItemInput,
  returns: { workItem: WorkItem },
  async rights({ tx, actor }, { workItemId }) {
    await getSeenItem(tx.manager, actor, workItemId);
    if (canVerify(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'workItemId'],
      'Chỉ đoàn kiểm tra được ghi kết quả kiểm tra.',
      'Only the inspection committee records what it found.',
    );
  },
  async run({ tx, actor, append }, input) {
    const { item } = await lockItem(tx.manager, actor, input.workItemId);
    const before = item.verifiedHealth;
    item.verifiedHealth = input.health;
    await tx.manager.save(item);
    const found = { before, health: input.health, finding: input.finding.trim() };
    append(workItemEvent('WORK_ITEM_VERIFIED', item, item.leadUnitId, found));
    return { workItemId: item.id };
  },
});
