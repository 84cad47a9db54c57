import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { Deliverable } from './deliverable.entity';
import { AcceptDeliverableInput } from './deliverable.inputs';
import { assertAcceptedOn, assertPossible } from './deliverable.rules';
import { findLockedItem } from '../items/lock-item';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';
import { canKeepList, canSeeItem } from '../items/work-item.policy';

const PATH = ['input', 'deliverableId'];

/** Records that a deliverable was accepted, once, with the evidence. An item that is completed may still hand over. */
export const acceptDeliverable = defineCommand({
  name: 'acceptDeliverable',
  description: says(
    'Ghi nhận đã nghiệm thu một sản phẩm, kèm ngày và minh chứng; dành cho cơ quan thường trực, không ghi lại được lần thứ hai.',
    'Records the day and the evidence on which a deliverable was accepted; the secretariat does, once for each.',
  ),
  input: AcceptDeliverableInput,
  returns: { workItem: WorkItem, deliverable: Deliverable },
  async rights({ tx, actor }, input) {
    await getSeenDeliverable(tx.manager, actor, input.deliverableId);
    assertAccepts(actor);
  },
  async run({ tx, actor, today, append }, input) {
    const found = await getSeenDeliverable(tx.manager, actor, input.deliverableId);
    const planned = await findLockedItem(tx.manager, actor, found.workItemId);
    const deliverable = await tx.manager.findOneBy(Deliverable, { id: found.id });
    // taken away while this waited
    if (planned === null || deliverable === null) throw unknown();
    const { item } = planned;
    assertPossible('accept', deliverable);
    const acceptedOn = input.acceptedOn ?? today;
    assertAcceptedOn(acceptedOn, item.startsOn, today);
    await tx.manager.save(Object.assign(deliverable, { acceptedOn, evidence: input.evidence.trim() }));
    const { number, title, evidence } = deliverable;
    append(workItemEvent('DELIVERABLE_ACCEPTED', item, item.leadUnitId, { number, title, acceptedOn, evidence }));
    return { workItemId: item.id, deliverableId: deliverable.id };
  },
});

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có sản phẩm này. Hãy kiểm tra lại mã định danh.',
    'There is no such deliverable. Check the id.',
  );
}

/** What the id of a client names, not locked; of an item that the actor may not see, nothing is there. */
async function getSeenDeliverable(manager: EntityManager, actor: Actor, globalId: string): Promise<Deliverable> {
  const found = await getRow(manager, Deliverable, globalId, { workItem: true });
  if (found === null || !canSeeItem(actor, found.workItem)) throw unknown();
  return found;
}

function assertAccepts(actor: Actor): void {
  if (canKeepList(actor)) return;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ cơ quan thường trực được ghi nhận nghiệm thu.',
    'Only the secretariat records an acceptance.',
  );
}
