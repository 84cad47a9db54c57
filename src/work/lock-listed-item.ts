import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { Appendix, canDraft } from '../documents/public';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { type ListAction, type ListRight, listRightOf } from './list.rules';
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
  /** Whether anything may be said of it, or only what is still missing. */
  readonly reach: ListRight['reach'];
}

/** What is done with an item of a list, one at a time. */
type ItemAction = Exclude<ListAction, 'addAppendixRows' | 'removeAppendixRows'>;

/** The item of a client's id, locked, for whoever may do this with it while its list's document stands as it does. */
export async function lockListedItem(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  action: ItemAction,
): Promise<ListedItem> {
  const item = await lockItemOf(manager, globalId);
  return { item, reach: await assertKeepsList(manager, actor, item, action, PATH) };
}

/** Refuses whoever may not do this with an item of a list: the secretariat may, and until the plan is submitted whoever drafts it. Gives how far it goes. */
export async function assertKeepsList(
  manager: EntityManager,
  actor: Actor,
  { appendixId }: WorkItem,
  action: ItemAction,
  path: readonly string[],
): Promise<ListRight['reach']> {
  const { document } = await manager.findOneOrFail(Appendix, {
    where: { id: appendixId },
    relations: { document: true },
  });
  const right = listRightOf(action, document.state);
  if (right !== null && (right.by === 'DRAFTER' ? canDraft(actor, document) : canKeepList(actor))) return right.reach;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực, hoặc đơn vị soạn thảo khi kế hoạch chưa trình, được cập nhật danh mục đầu việc.',
    'Only the secretariat keeps the lists of work items; until a plan is submitted whoever drafts it does, too.',
  );
}
