import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { authorisePart, lockDraftedPart, type PartKind } from '../lists/lock-drafted-part';
import { Resource } from './resource.entity';
import { RemoveResourceInput } from './resource.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';
import { ResourceState } from './resource.state';

const REMOVED: PartKind<Resource> = {
  entity: Resource,
  action: 'removeResource',
  field: 'resourceId',
  noun: { vi: 'nguồn lực', en: 'resource' },
  onceIssued: {
    vi: 'Kế hoạch đã ban hành: hãy đề nghị cơ quan thường trực ghi quyết định không duyệt nguồn lực này (decideResource).',
    en: 'It is issued: have the secretariat record that this resource is refused (decideResource).',
  },
};

/** Takes one resource off an item of a draft; what was decided on stays, and is decided on anew. */
export const removeResource = defineCommand({
  name: 'removeResource',
  description: says(
    'Bỏ một nguồn lực của đầu việc khi kế hoạch còn dự thảo, kèm lý do; nhật ký vẫn giữ nguồn lực đã bỏ.',
    'Takes a resource off an item while its plan is a draft, with a reason; the log keeps what it was.',
  ),
  input: RemoveResourceInput,
  returns: { workItem: WorkItem },
  rights: (asking, input) => authorisePart(asking, REMOVED, input.resourceId),
  async run({ tx, actor, append }, input) {
    const { item, part } = await lockDraftedPart(tx.manager, actor, REMOVED, input.resourceId);
    if (part.state !== ResourceState.PROPOSED) {
      throw refuse(
        'CONFLICT',
        ['input', 'resourceId'],
        'Nguồn lực này đã có quyết định, nên không bỏ được. Hãy đề nghị cơ quan thường trực ghi quyết định khác (decideResource).',
        'This resource was decided on, so it stays. Have the secretariat record another decision (decideResource).',
      );
    }
    await tx.manager.delete(Resource, { id: part.id });
    const { kind, amount, currency } = part;
    append(
      workItemEvent('RESOURCE_REMOVED', item, item.leadUnitId, { kind, amount, currency, reason: input.reason.trim() }),
    );
    return { workItemId: item.id };
  },
});
