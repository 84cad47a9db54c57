import type { EntityManager } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { Programme, refusalsOfPlannedDates } from '../../programme/public';
import { Deliverable } from '../deliverables/deliverable.entity';
import { assertKeepsList, authoriseListing } from '../lists/assert-keeps-list';
import { lockItem } from './lock-item';
import { Milestone } from './milestone.entity';
import { WorkItem } from './work-item.entity';
import { workItemEvent } from './work-item.events';
import { DescribeWorkItemInput } from './work-item.inputs';
import { assertHolds, changesOf, type Promised } from './work-item.rules';

/** Says what an item is about: objective, product, level of approval, dates. Once its plan is finalised, only what is still empty. */
export const describeWorkItem = defineCommand({
  name: 'describeWorkItem',
  description: says(
    'Nêu mục tiêu cụ thể, sản phẩm, cấp phê duyệt và thời gian của đầu việc; khi kế hoạch đã hoàn thiện thì chỉ bổ sung phần còn trống.',
    'Says what an item is about; once its plan is finalised only what is still empty.',
  ),
  input: DescribeWorkItemInput,
  returns: { workItem: WorkItem },
  rights: authoriseListing,
  async run({ tx, actor, append }, input) {
    const { item, document } = await lockItem(tx.manager, actor, input.workItemId);
    const reach = assertKeepsList(actor, document, 'describeWorkItem');
    const { concreteObjective, product, approvalLevel, startsOn, dueOn } = input;
    const given = { concreteObjective, product, approvalLevel, startsOn, dueOn };
    const changes = changesOf(item, given, reach === 'ANYTHING');
    if (Object.keys(changes).length === 0) return { workItemId: item.id };
    await assertOfProgramme(tx.manager, item.programmeId, changes);
    Object.assign(item, changes);
    assertHolds(item, await promisesOf(tx.manager, item));
    await tx.manager.save(item);
    append(workItemEvent('WORK_ITEM_DESCRIBED', item, item.leadUnitId, changes));
    return { workItemId: item.id };
  },
});

/** Refuses dates that are of another time than the programme. */
async function assertOfProgramme(
  manager: EntityManager,
  programmeId: string,
  { startsOn, dueOn }: ReturnType<typeof changesOf>,
): Promise<void> {
  const dates = Object.entries({ startsOn, dueOn }).flatMap(([field, date]) =>
    date == null ? [] : [{ date, path: ['input', field] }],
  );
  if (dates.length === 0) return;
  const programme = await manager.findOneByOrFail(Programme, { id: programmeId });
  const refusals = refusalsOfPlannedDates(dates, programme);
  if (refusals.length > 0) throw new DomainError(refusals);
}

async function promisesOf(manager: EntityManager, { id }: WorkItem): Promise<Promised[]> {
  const milestones = await manager.findBy(Milestone, { workItemId: id });
  return [...milestones, ...(await manager.findBy(Deliverable, { workItemId: id }))];
}
