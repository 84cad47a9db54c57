import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { canDraft, Document, isBeforeSubmission, isBeingDrafted } from '../documents/public';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
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
  /** Whether the plan on whose list it stands is still being drafted. */
  readonly isPlanOpen: boolean;
}

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
  throw refuse('NOT_FOUND', PATH, 'Không có đầu việc này.', 'There is no such work item.');
}

/** The item of a client's id, locked, for whoever keeps its list: says what an item is about, what it is done with and what it hands over. */
export async function lockListedItem(manager: EntityManager, actor: Actor, globalId: string): Promise<ListedItem> {
  const { item, document } = await lockItemOf(manager, globalId);
  assertKeepsList(actor, document, PATH);
  return { item, isPlanOpen: isBeingDrafted(document.state) };
}

/** Refuses whoever does not keep the list of a document: the secretariat does, and until the plan is submitted whoever drafts it. */
export function assertKeepsList(actor: Actor, document: Document, path: readonly string[]): void {
  if (canKeepList(actor) || (isBeforeSubmission(document.state) && canDraft(actor, document))) return;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực, hoặc đơn vị soạn thảo khi kế hoạch chưa trình, được cập nhật danh mục đầu việc.',
    'Only the secretariat keeps the lists of work items; until a plan is submitted whoever drafts it does, too.',
  );
}
