import type { EntityManager } from 'typeorm';
import { Document } from '../../documents/public';
import type { Actor } from '../../platform/access/actor';
import { getRow, keyOf, rowOf } from '../../platform/commands/rows';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { WorkItem } from './work-item.entity';
import { canSeeItem } from './work-item.policy';

/** An item and the document on whose list it stands. */
export interface PlannedItem {
  readonly item: WorkItem;
  readonly document: Document;
}

/**
 * The item of a client's id, locked until the transaction ends so that commands on it run one after another, with its document, which takes no step meanwhile:
 * what it was checked for is what is submitted, approved and issued. Refused where there is no such item, it was just taken off its list, or the actor may not
 * see it. Whoever works on an item begins here, and then asks by its rules whether that may be done now.
 */
export async function lockItem(manager: EntityManager, actor: Actor, globalId: string): Promise<PlannedItem> {
  const id = keyOf(WorkItem, globalId);
  const found = id === null ? null : await findLockedItem(manager, actor, id);
  if (found !== null) return found;
  throw unknown();
}

/**
 * The same for the item to which a part belongs that a client has named; null where there is none. The document comes first, as in its own steps, so that nobody
 * waits in a circle.
 */
export async function findLockedItem(manager: EntityManager, actor: Actor, id: string): Promise<PlannedItem | null> {
  const found = await rowOf(manager, WorkItem, id, { appendix: true });
  if (found === null || !canSeeItem(actor, found)) return null;
  const document = await manager.findOneOrFail(Document, {
    where: { id: found.appendix.documentId },
    lock: { mode: 'pessimistic_read' },
  });
  const item = await manager.findOne(WorkItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return item === null ? null : { item, document };
}

/** The item of a client's id with its list and document, not locked, to ask for rights; what the actor may not see is not there. */
export async function getSeenItem(manager: EntityManager, actor: Actor, globalId: string): Promise<WorkItem> {
  const item = await getRow(manager, WorkItem, globalId, { appendix: { document: true } });
  if (item === null || !canSeeItem(actor, item)) throw unknown();
  return item;
}

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    ['input', 'workItemId'],
    'Không có đầu việc này. Hãy kiểm tra lại mã định danh.',
    'There is no such work item. Check the id.',
  );
}
