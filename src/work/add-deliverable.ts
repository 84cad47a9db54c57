import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import { Deliverable } from './deliverable.entity';
import type { AddDeliverableInput } from './deliverable.inputs';
import { lockListedItem } from './lock-listed-item';
import type { WorkItem } from './work-item.entity';
import { workItemEvent } from './work-item.events';

/** Says what an item is to hand over, and when. */
export async function addDeliverable(
  { tx, actor, append }: Command,
  { workItemId, title, dueOn }: AddDeliverableInput,
): Promise<{ workItemId: string; deliverableId: string }> {
  const { item } = await lockListedItem(tx.manager, actor, workItemId, 'addDeliverable');
  assertWithin(item, dueOn);
  const number = 1 + ((await tx.manager.maximum(Deliverable, 'number', { workItemId: item.id })) ?? 0);
  const row = { workItemId: item.id, number, title: title.trim(), dueOn, isSample: item.isSample };
  const { id } = await tx.manager.save(Deliverable, row);
  append(workItemEvent('DELIVERABLE_ADDED', item, item.leadUnitId, { number, title: row.title, dueOn }));
  return { workItemId: item.id, deliverableId: id };
}

function assertWithin({ startsOn, dueOn }: WorkItem, date: string): void {
  if (date >= startsOn && date <= dueOn) return;
  throw refuse(
    'INVALID',
    ['input', 'dueOn'],
    `Hạn bàn giao phải trong thời gian của đầu việc, ${vietnameseDate(startsOn)} – ${vietnameseDate(dueOn)}.`,
    `It is to be handed over within the item’s time, ${startsOn} to ${dueOn}.`,
  );
}
