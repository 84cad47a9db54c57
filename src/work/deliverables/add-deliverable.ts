import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { Deliverable } from './deliverable.entity';
import { AddDeliverableInput } from './deliverable.inputs';
import { assertKeepsList, authoriseListing } from '../lists/assert-keeps-list';
import { lockItem } from '../items/lock-item';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

/** Says what an item is to hand over, and when. */
export const addDeliverable = defineCommand({
  name: 'addDeliverable',
  description: says('Nêu sản phẩm mà đầu việc phải bàn giao và hạn.', 'Says what an item is to hand over, and when.'),
  input: AddDeliverableInput,
  returns: { workItem: WorkItem, deliverable: Deliverable },
  rights: authoriseListing,
  async run({ tx, actor, append }, { workItemId, title, dueOn }) {
    const { item, document } = await lockItem(tx.manager, actor, workItemId);
    assertKeepsList(actor, document, 'addDeliverable');
    assertWithin(item, dueOn);
    const number = 1 + ((await tx.manager.maximum(Deliverable, 'number', { workItemId: item.id })) ?? 0);
    const row = { workItemId: item.id, number, title: title.trim(), dueOn, isSample: item.isSample };
    const { id } = await tx.manager.save(Deliverable, row);
    append(workItemEvent('DELIVERABLE_ADDED', item, item.leadUnitId, { number, title: row.title, dueOn }));
    return { workItemId: item.id, deliverableId: id };
  },
});

function assertWithin({ startsOn, dueOn }: WorkItem, date: string): void {
  if (date >= startsOn && date <= dueOn) return;
  throw refuse(
    'INVALID',
    ['input', 'dueOn'],
    `Hạn bàn giao phải trong thời gian của đầu việc, ${vietnameseDate(startsOn)} – ${vietnameseDate(dueOn)}.`,
    `It is to be handed over within the item’s time, ${startsOn} to ${dueOn}.`,
  );
}
