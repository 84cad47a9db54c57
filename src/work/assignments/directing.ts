import { type EntityManager, In } from 'typeorm';
import { idsOf, toGlobalId } from '../../platform/lib/global-id';
import { assertAllFound, type Charge, type ChargeKind, type CommitteeMembership } from '../../programme/public';
import type { WorkItemOversight } from './work-item-oversight.entity';
import { WorkItem } from '../items/work-item.entity';

/** How one says that a member directs work items. */
export const DIRECTING: ChargeKind = {
  noun: { vi: 'đầu việc', en: 'work item' },
  verb: { vi: 'trực tiếp chỉ đạo', en: 'directing' },
  list: 'workItemIds',
};

/** The work items of clients' ids, all of the programme of the member's committee. */
export async function getItemsOf(
  manager: EntityManager,
  { committee }: CommitteeMembership,
  globalIds: readonly string[],
): Promise<WorkItem[]> {
  const items = await manager.find(WorkItem, {
    where: { id: In(idsOf('wi', globalIds)), programmeId: committee.programmeId },
    order: { code: 'ASC' },
  });
  assertAllFound(
    DIRECTING,
    items.map(({ id }) => toGlobalId('wi', id)),
    globalIds,
  );
  return items;
}

/** An oversight as the rules on charges see it. */
export function toCharge({ workItem, startsOn, endsOn }: WorkItemOversight): Charge {
  return { name: workItem.shortName, startsOn, endsOn };
}
