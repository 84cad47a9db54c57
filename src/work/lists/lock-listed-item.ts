import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { canDraft, Document } from '../../documents/public';
import type { Authorise } from '../../platform/commands/command';
import { getRow, keyOf } from '../../platform/commands/rows';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { type ListAction, type ListRight, listRightOf } from './list.rules';
import { lockWorkItem } from '../items/load-item';
import { WorkItem } from '../items/work-item.entity';
import { canKeepList, canSeeItem } from '../items/work-item.policy';

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
 * The document comes first, as in its own steps, so that nobody waits in a circle. Null when there is no such item, it was just taken off its list, or the
 * actor may not see it.
 */
export async function lockPlannedItem(manager: EntityManager, actor: Actor, id: string): Promise<PlannedItem | null> {
  const found = await manager.findOne(WorkItem, { where: { id }, relations: { appendix: true } });
  if (found === null || !canSeeItem(actor, found)) return null;
  const document = await manager.findOneOrFail(Document, {
    where: { id: found.appendix.documentId },
    lock: { mode: 'pessimistic_read' },
  });
  const item = await lockWorkItem(manager, id);
  return item === null ? null : { item, document };
}

/** The item of a client's id, locked, with its document; refused where there is none. */
export async function lockItemOf(manager: EntityManager, actor: Actor, globalId: string): Promise<PlannedItem> {
  const id = keyOf(WorkItem, globalId);
  const found = id === null ? null : await lockPlannedItem(manager, actor, id);
  if (found !== null) return found;
  throw unknown();
}

/** Asks who works on the list of the item that an input names, whatever its document's state by now. */
export const authoriseListing: Authorise<{ readonly workItemId: string }> = async ({ tx, actor }, { workItemId }) => {
  const item = await getSeenItem(tx.manager, actor, workItemId);
  assertEverKeepsList(actor, item.appendix.document, PATH);
};

/** The item of a client's id with its list and document, not locked; what the actor may not see is not there. */
export async function getSeenItem(manager: EntityManager, actor: Actor, globalId: string): Promise<WorkItem> {
  const item = await getRow(manager, WorkItem, globalId, { appendix: { document: true } });
  if (item === null || !canSeeItem(actor, item)) throw unknown();
  return item;
}

function unknown(): DomainError {
  return refuse(
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
  const { item, document } = await lockItemOf(manager, actor, globalId);
  return { item, reach: assertKeepsList(actor, document, action, PATH) };
}

/**
 * Refuses whoever never works on the list: the secretariat does, and until the plan is submitted whoever drafts it; for who drafts it, what has left the
 * unit meanwhile is a conflict. Gives how far it goes.
 */
export function assertKeepsList(
  actor: Actor,
  document: Document,
  action: ItemAction,
  path: readonly string[],
): ListRight['reach'] {
  assertEverKeepsList(actor, document, path);
  const right = listRightOf(action, document.state);
  if (right !== null && (right.by === 'DRAFTER' ? canDraft(actor, document) : canKeepList(actor))) return right.reach;
  throw refuse(
    'CONFLICT',
    path,
    `Kế hoạch ${document.code} đã trình: từ khi trình, danh mục đầu việc do cơ quan thường trực cập nhật. Hãy đề nghị cơ quan thường trực.`,
    `The plan ${document.code} has been submitted: from then on the secretariat keeps its list of work items. Ask the secretariat.`,
  );
}

/** Refuses whoever never works on the list, whatever its document's state. */
export function assertEverKeepsList(actor: Actor, document: Document, path: readonly string[]): void {
  if (!everKeepsList(actor, document)) throw notTheirs(path);
}

function everKeepsList(actor: Actor, document: Document): boolean {
  return canKeepList(actor) || canDraft(actor, document);
}

function notTheirs(path: readonly string[]): DomainError {
  return refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực, hoặc đơn vị soạn thảo khi kế hoạch chưa trình, được cập nhật danh mục đầu việc.',
    'Only the secretariat keeps the lists of work items; until a plan is submitted whoever drafts it does, too.',
  );
}
