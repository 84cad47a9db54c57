import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { lockItemOf } from './lock-listed-item';
import { workItemEvent } from './work-item.events';
import type { VerifyWorkItemInput } from './work-item.inputs';
import { canVerify } from './work-item.policy';

/** Records what an inspection found of an item, beside what its unit says and what is computed. */
export async function verifyWorkItem(
  { tx, actor, append }: Command,
  input: VerifyWorkItemInput,
): Promise<{ workItemId: string }> {
  const { item } = await lockItemOf(tx.manager, actor, input.workItemId);
  if (!canVerify(actor)) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'workItemId'],
      'Chỉ đoàn kiểm tra được ghi kết quả kiểm tra.',
      'Only the inspection committee records what it found.',
    );
  }
  const before = item.verifiedHealth;
  item.verifiedHealth = input.health;
  await tx.manager.save(item);
  const found = { before, health: input.health, finding: input.finding.trim() };
  append(workItemEvent('WORK_ITEM_VERIFIED', item, item.leadUnitId, found));
  return { workItemId: item.id };
}
