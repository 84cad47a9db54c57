import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { Appendix, canDraft, isBeforeSubmission, isBeingDrafted } from '../documents/public';
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
  throw refuse(
    'NOT_FOUND',
    PATH,
    'Không có đầu việc này. Hãy kiểm tra lại mã định danh.',
    'There is no such work item. Check the id.',
  );
}

/** An item as it may be worked on. */
export interface ListedItem {
  readonly item: WorkItem;
  /** Whether the plan on whose list it stands is still being drafted. */
  readonly isPlanOpen: boolean;
}

/** The item of a client's id, locked, for whoever keeps its list: says what an item is about, what it is done with and what it hands over. */
export async function lockListedItem(manager: EntityManager, actor: Actor, globalId: string): Promise<ListedItem> {
  const item = await lockItemOf(manager, globalId);
  return { item, isPlanOpen: await assertKeepsList(manager, actor, item, PATH) };
}

/**
 * Refuses whoever does not keep the list of an item: the secretariat does, and until the plan is submitted whoever drafts it. Gives whether the plan is still
 * being drafted.
 */
export async function assertKeepsList(
  manager: EntityManager,
  actor: Actor,
  { appendixId }: WorkItem,
  path: readonly string[],
): Promise<boolean> {
  const { document } = await manager.findOneOrFail(Appendix, {
    where: { id: appendixId },
    relations: { document: true },
  });
  const isOpen = isBeingDrafted(document.state);
  if (canKeepList(actor) || (isBeforeSubmission(document.state) && canDraft(actor, document))) return isOpen;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực, hoặc đơn vị soạn thảo khi kế hoạch chưa trình, được cập nhật danh mục đầu việc.',
    'Only the secretariat keeps the lists of work items; until a plan is submitted whoever drafts it does, too.',
  );
}
