import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { lockWorkItem } from './load-item';
import type { WorkItem } from './work-item.entity';
import { canKeepList } from './work-item.policy';

const PATH = ['input', 'workItemId'];

/** The item of a client's id, locked; refused where there is none. */
export async function lockItemOf(manager: EntityManager, globalId: string): Promise<WorkItem> {
  const parsed = parseGlobalId(globalId);
  const item = parsed?.prefix === 'wi' ? await lockWorkItem(manager, parsed.uuid) : null;
  if (item !== null) return item;
  throw refuse('NOT_FOUND', PATH, 'Không có đầu việc này.', 'There is no such work item.');
}

/** The item of a client's id, locked, for whoever keeps the lists: says what an item is about, what it is done with and what it hands over. */
export async function lockListedItem(manager: EntityManager, actor: Actor, globalId: string): Promise<WorkItem> {
  const item = await lockItemOf(manager, globalId);
  assertKeepsList(actor, PATH);
  return item;
}

/** Refuses whoever does not keep the lists. */
export function assertKeepsList(actor: Actor, path: readonly string[]): void {
  if (canKeepList(actor)) return;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực được cập nhật danh mục đầu việc.',
    'Only the secretariat keeps the lists of work items.',
  );
}
