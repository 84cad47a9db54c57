import type { Actor } from '../platform/access/actor';
import type { Command } from '../platform/graphql/run-command';
import { type DomainError, refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { Deliverable } from './deliverable.entity';
import type { AcceptDeliverableInput } from './deliverable.inputs';
import { assertAcceptedOn, assertPossible } from './deliverable.rules';
import { lockWorkItem } from './load-item';
import { workItemEvent } from './work-item.events';
import { canKeepList, canSeeItem } from './work-item.policy';

const PATH = ['input', 'deliverableId'];

/** Records that a deliverable was accepted, once, with the evidence. An item that is completed may still hand over. */
export async function acceptDeliverable(
  { tx, actor, today, append }: Command,
  input: AcceptDeliverableInput,
): Promise<{ workItemId: string; deliverableId: string }> {
  const parsed = parseGlobalId(input.deliverableId);
  const found =
    parsed?.prefix === 'dl'
      ? await tx.manager.findOne(Deliverable, { where: { id: parsed.uuid }, relations: { workItem: true } })
      : null;
  if (found === null || !canSeeItem(actor, found.workItem)) throw unknown();
  assertAccepts(actor);
  const item = await lockWorkItem(tx.manager, found.workItemId);
  const deliverable = await tx.manager.findOneBy(Deliverable, { id: found.id });
  // taken away while this waited
  if (item === null || deliverable === null) throw unknown();
  assertPossible('accept', deliverable);
  const acceptedOn = input.acceptedOn ?? today;
  assertAcceptedOn(acceptedOn, item.startsOn, today);
  await tx.manager.save(Object.assign(deliverable, { acceptedOn, evidence: input.evidence.trim() }));
  const { number, title, evidence } = deliverable;
  append(workItemEvent('DELIVERABLE_ACCEPTED', item, item.leadUnitId, { number, title, acceptedOn, evidence }));
  return { workItemId: item.id, deliverableId: deliverable.id };
}

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có sản phẩm này. Hãy kiểm tra lại mã định danh.',
    'There is no such deliverable. Check the id.',
  );
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
