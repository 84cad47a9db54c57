import { defineCommand } from '../../platform/commands/declared-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { assertKeepsList, authoriseListing } from '../lists/assert-keeps-list';
import { lockItem } from './lock-item';
import { Milestone } from './milestone.entity';
import { WorkItem } from './work-item.entity';
import { workItemEvent } from './work-item.events';
import { AddMilestonesInput } from './work-item.inputs';
import { assertMilestones } from './work-item.rules';

/** Plans the steps of an item, through which its planned curve runs. Once the plan is finalised, only for an item that has none. */
export const addMilestones = defineCommand({
  name: 'addMilestones',
  description: says(
    'Thêm các mốc thực hiện, qua đó tính tiến độ kế hoạch.',
    'Plans the milestones through which the planned curve runs.',
  ),
  input: AddMilestonesInput,
  returns: { workItem: WorkItem },
  rights: authoriseListing,
  async run({ tx, actor, append }, input) {
    const { item, document } = await lockItem(tx.manager, actor, input.workItemId);
    const reach = assertKeepsList(actor, document, 'addMilestones');
    const standing = await tx.manager.findBy(Milestone, { workItemId: item.id });
    if (standing.length > 0 && reach === 'MISSING') {
      throw refuse(
        'CLOSED',
        ['input', 'milestones'],
        'Kế hoạch đã hoàn thiện: các mốc không sửa trực tiếp được nữa. Hãy đưa kế hoạch về dự thảo (reviseDocument); nếu đã ban hành, đề nghị cơ quan thường trực điều chỉnh.',
        'The plan is finalised: its milestones are not changed directly any more. Revise the plan first (reviseDocument); if it is issued, ask the secretariat for an adjustment.',
      );
    }
    assertMilestones(item, standing, input.milestones);
    const last = Math.max(0, ...standing.map(({ number }) => number));
    const inOrder = [...input.milestones].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
    const rows = inOrder.map(({ title, titleEn, dueOn, plannedPercent }, index) => ({
      workItemId: item.id,
      number: last + index + 1,
      title: title.trim(),
      titleEn: filledOrNull(titleEn) ?? title.trim(),
      dueOn,
      plannedPercent,
      isSample: item.isSample,
    }));
    await tx.manager.save(Milestone, rows);
    const milestones = rows.map(({ number, title, dueOn }) => ({ number, title, dueOn }));
    append(workItemEvent('MILESTONES_ADDED', item, item.leadUnitId, { milestones }));
    return { workItemId: item.id };
  },
});
