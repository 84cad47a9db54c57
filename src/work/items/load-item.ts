import type { EntityManager } from 'typeorm';
import { WorkItem } from './work-item.entity';

/** The item of that id, locked until the transaction ends so that commands on it run one after another; null when there is none. */
export function lockWorkItem(manager: EntityManager, id: string): Promise<WorkItem | null> {
  return manager.findOne(WorkItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
