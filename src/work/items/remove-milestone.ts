import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { authorisePart, lockDraftedPart, type PartKind } from '../lists/lock-drafted-part';
import { Milestone } from './milestone.entity';
import { RemoveMilestoneInput } from './work-item.inputs';
import { WorkItem } from './work-item.entity';
import { workItemEvent } from './work-item.events';

const REMOVED: PartKind<Milestone> = {
  entity: Milestone,
  action: 'removeMilestone',
  field: 'milestoneId',
  noun: { vi: 'mốc', en: 'milestone' },
  onceIssued: {
    vi: 'Kế hoạch đã ban hành: hãy đề nghị cơ quan thường trực điều chỉnh.',
    en: 'It is issued: ask the secretariat for an adjustment.',
  },
};

/** Takes one milestone off an item of a draft; the planned curve runs through those that are left. */
export const removeMilestone = defineCommand({
  name: 'removeMilestone',
  description: says(
    'Bỏ một mốc của đầu việc khi kế hoạch còn dự thảo, kèm lý do; nhật ký vẫn giữ mốc đã bỏ.',
    'Takes a milestone off an item while its plan is a draft, with a reason; the log keeps what it was.',
  ),
  input: RemoveMilestoneInput,
  returns: { workItem: WorkItem },
  rights: (asking, input) => authorisePart(asking, REMOVED, input.milestoneId),
  async run({ tx, actor, append }, input) {
    const { item, part } = await lockDraftedPart(tx.manager, actor, REMOVED, input.milestoneId);
    if (part.reachedOn !== null) {
      throw refuse(
        'CONFLICT',
        ['input', 'milestoneId'],
        'Mốc này đã đạt theo báo cáo được chấp nhận, nên không bỏ được. Hãy giữ mốc này và chọn mốc khác.',
        'This milestone was reached, as an accepted report says, so it stays. Choose another one.',
      );
    }
    await tx.manager.delete(Milestone, { id: part.id });
    const { number, title, dueOn } = part;
    append(
      workItemEvent('MILESTONE_REMOVED', item, item.leadUnitId, { number, title, dueOn, reason: input.reason.trim() }),
    );
    return { workItemId: item.id };
  },
});
