import type { Actor } from '../../platform/access/actor';
import { canDraft, type Document } from '../../documents/public';
import type { Authorise } from '../../platform/commands/command';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { type ListAction, type ListRight, listRightOf } from './list.rules';
import { getSeenItem } from '../items/lock-item';
import { canKeepList } from '../items/work-item.policy';

const PATH = ['input', 'workItemId'];

/** What is done with an item of a list, one at a time. */
type ItemAction = Exclude<ListAction, 'addAppendixRows' | 'removeAppendixRows'>;

/** Asks who works on the list of the item that an input names, whatever its document's state by now. */
export const authoriseListing: Authorise<{ readonly workItemId: string }> = async ({ tx, actor }, { workItemId }) => {
  const item = await getSeenItem(tx.manager, actor, workItemId);
  assertEverKeepsList(actor, item.appendix.document, PATH);
};

/**
 * Refuses whoever never works on the list: the secretariat does, and until the plan is submitted whoever drafts it; for who drafts it, what has left the
 * unit meanwhile is a conflict. Gives how far it goes.
 */
export function assertKeepsList(
  actor: Actor,
  document: Document,
  action: ItemAction,
  path: readonly string[] = PATH,
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
