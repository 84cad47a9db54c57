import type { EntityManager } from 'typeorm';
import { UnitRole } from './unit-role.entity';
import type { WorkItem } from '../items/work-item.entity';

/** The place after the last unit of an item. */
export async function nextRank(manager: EntityManager, item: WorkItem): Promise<number> {
  return ((await manager.maximum(UnitRole, 'rank', { workItemId: item.id })) ?? 0) + 1;
}
