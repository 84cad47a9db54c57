import type { Command } from '../platform/graphql/run-command';
import { lockListedItem } from './lock-listed-item';
import { workItemEvent } from './work-item.events';
import type { DescribeWorkItemInput } from './work-item.inputs';
import { changesOf } from './work-item.rules';

/** Says what an item is about: objective, product, level of approval, dates. Once its plan is submitted, only what is still empty. */
export async function describeWorkItem(
  { tx, actor, append }: Command,
  input: DescribeWorkItemInput,
): Promise<{ workItemId: string }> {
  const { item, isPlanOpen } = await lockListedItem(tx.manager, actor, input.workItemId);
  const { concreteObjective, product, approvalLevel, startsOn, dueOn } = input;
  const given = { concreteObjective, product, approvalLevel, startsOn, dueOn };
  const changes = changesOf(item, given, isPlanOpen);
  if (Object.keys(changes).length === 0) return { workItemId: item.id };
  await tx.manager.save(Object.assign(item, changes));
  append(workItemEvent('WORK_ITEM_DESCRIBED', item, item.leadUnitId, changes));
  return { workItemId: item.id };
}
