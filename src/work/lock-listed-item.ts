import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { canDraft, Document } from '../documents/public';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { type ListAction, type ListRight, listRightOf } from './list.rules';
import { lockWorkItem } from './load-item';
import { WorkItem } from './work-item.entity';
import { canKeepList } from './work-item.policy';

const PATH = ['input', 'workItemId'];

/** An item and the document on whose list it stands. */
export interface PlannedItem {
  readonly item: WorkItem;
  readonly document: Document;
}

/** An item as it may be worked on. */
export interface ListedItem {
  readonly item: WorkItem;
  /** Whether anything may be said of it, or only what is still missing. */
  readonly reach: ListRight['reach'];
}

/** What is done with an item of a list, one at a time. */
type ItemAction = Exclude<ListAction, 'addAppendixRows' | 'removeAppendixRows'>;

/**
 * The item, locked, and its document, which takes no step until the transaction ends: what it was checked for is what is submitted, approved and issued.
 * The document comes first, as in its own steps, so that nobody waits in a circle. Null when there is no such item, or it was just taken off its list.
 */
export async function lockPlannedItem(manager: EntityManager, id: string): Promise<PlannedItem | null> {
  const found = await manager.findOne(WorkItem, { where: { id }, relations: { appendix: true } });
  if (found === null) return null;
  const document = await manager.findOneOrFail(Document, {
    where: { id: found.appendix.documentId },
    lock: { mode: 'pessimistic_read' },
  });
  const item = await lockWorkItem(manager, id);
  return item === null ? null : { item, document };
}

/** The item of a client's id, locked, with its document; refused where there is none. */
export async function lockItemOf(manager: EntityManager, globalId: string): Promise<PlannedItem> {
  const parsed = parseGlobalId(globalId);
  const found = parsed?.prefix === 'wi' ? await lockPlannedItem(manager, parsed.uuid) : null;
  if (found !== null) return found;
  throw refuse(
    'NOT_FOUND',
    PATH,
    'Không có đầu việc này. Hãy kiểm tra lại mã định danh.',
    'There is no such work item. Check the id.',
  );
}

/** The item of a client's id, locked, for whoever may do this with it while its list's document stands as it does. */
export async function lockListedItem(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  action: ItemAction,
): Promise<ListedItem> {
  const { item, document } = await lockItemOf(manager, globalId);
  return { item, reach: assertKeepsList(actor, document, action, PATH) };
}

/** Refuses whoever may not do this with an item of a list: the secretariat may, and until the plan is submitted whoever drafts it. Gives how far it goes. */
export function assertKeepsList(
  actor: Actor,
  document: Document,
  action: ItemAction,
  path: readonly string[],
): ListRight['reach'] {
  const right = listRightOf(action, document.state);
  if (right !== null && (right.by === 'DRAFTER' ? canDraft(actor, document) : canKeepList(actor))) return right.reach;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực, hoặc đơn vị soạn thảo khi kế hoạch chưa trình, được cập nhật danh mục đầu việc.',
    'Only the secretariat keeps the lists of work items; until a plan is submitted whoever drafts it does, too.',
  );
}
