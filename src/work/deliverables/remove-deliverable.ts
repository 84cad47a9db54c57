import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { authorisePart, lockDraftedPart, type PartKind } from '../lists/lock-drafted-part';
import { Deliverable } from './deliverable.entity';
import { RemoveDeliverableInput } from './deliverable.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

const REMOVED: PartKind<Deliverable> = {
  entity: Deliverable,
  action: 'removeDeliverable',
  field: 'deliverableId',
  noun: { vi: 'sản phẩm', en: 'deliverable' },
  onceIssued: {
    vi: 'Kế hoạch đã ban hành: hãy đề nghị cơ quan thường trực điều chỉnh.',
    en: 'It is issued: ask the secretariat for an adjustment.',
  },
};

/** Takes one deliverable off an item of a draft; what was accepted stays, with its evidence. */
export const removeDeliverable = defineCommand({
  name: 'removeDeliverable',
  description: says(
    'Bỏ một sản phẩm của đầu việc khi kế hoạch còn dự thảo, kèm lý do; nhật ký vẫn giữ sản phẩm đã bỏ.',
    'Takes a deliverable off an item while its plan is a draft, with a reason; the log keeps what it was.',
  ),
  input: RemoveDeliverableInput,
  returns: { workItem: WorkItem },
  rights: (asking, input) => authorisePart(asking, REMOVED, input.deliverableId),
  async run({ tx, actor, append }, input) {
    const { item, part } = await lockDraftedPart(tx.manager, actor, REMOVED, input.deliverableId);
    if (part.acceptedOn !== null) {
      throw refuse(
        'CONFLICT',
        ['input', 'deliverableId'],
        'Sản phẩm này đã được nghiệm thu, nên không bỏ được. Hãy giữ lại cùng minh chứng và chọn sản phẩm khác.',
        'This deliverable was accepted, so it stays with its evidence. Choose another one.',
      );
    }
    await tx.manager.delete(Deliverable, { id: part.id });
    const { number, title, dueOn } = part;
    append(
      workItemEvent('DELIVERABLE_REMOVED', item, item.leadUnitId, {
        number,
        title,
        dueOn,
        reason: input.reason.trim(),
      }),
    );
    return { workItemId: item.id };
  },
});
