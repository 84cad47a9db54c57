import type { EntityManager, ObjectLiteral } from 'typeorm';
import { DocumentState } from '../../documents/public';
import type { Actor } from '../../platform/access/actor';
import type { Asking } from '../../platform/commands/command';
import { getRow } from '../../platform/commands/rows';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import type { Localised } from '../../platform/lib/localised';
import { findLockedItem, type PlannedItem } from '../items/lock-item';
import { WorkItem } from '../items/work-item.entity';
import { canSeeItem } from '../items/work-item.policy';
import { assertEverKeepsList, assertKeepsList } from './assert-keeps-list';
import { type ListAction, listRightOf } from './list.rules';

/** What hangs on an item and is taken off it, one by one, while its plan is a draft. */
export interface PartKind<Part extends { id: string; workItemId: string }> {
  readonly entity: abstract new (...args: never[]) => Part & ObjectLiteral;
  readonly action: Extract<ListAction, `remove${'Milestone' | 'Deliverable' | 'Resource'}`>;
  /** The field of the input that names one. */
  readonly field: string;
  readonly noun: Localised;
  /** What is done once the plan is issued. */
  readonly onceIssued: Localised;
}

/** Asks who works on the list of the part that an input names; of an item that the actor may not see, nothing is there. */
export async function authorisePart<Part extends { id: string; workItemId: string }>(
  { tx, actor }: Asking,
  kind: PartKind<Part>,
  globalId: string,
): Promise<void> {
  const { workItemId } = await getPart(tx.manager, kind, globalId);
  const item = await tx.manager.findOne(WorkItem, {
    where: { id: workItemId },
    relations: { appendix: { document: true } },
  });
  if (item === null || !canSeeItem(actor, item)) throw unknown(kind);
  assertEverKeepsList(actor, item.appendix.document, ['input', kind.field]);
}

/** The part of a client's id with its item, locked, for whoever drafts the plan while it is a draft. */
export async function lockDraftedPart<Part extends { id: string; workItemId: string }>(
  manager: EntityManager,
  actor: Actor,
  kind: PartKind<Part>,
  globalId: string,
): Promise<PlannedItem & { readonly part: Part }> {
  const { workItemId } = await getPart(manager, kind, globalId);
  const found = await findLockedItem(manager, actor, workItemId);
  if (found === null) throw unknown(kind);
  const path = ['input', kind.field];
  assertEverKeepsList(actor, found.document, path);
  if (listRightOf(kind.action, found.document.state) === null) throw notDrafted(found, kind);
  assertKeepsList(actor, found.document, kind.action, path);
  // taken off while this waited
  return { ...found, part: await getPart(manager, kind, globalId) };
}

function notDrafted(
  { document: { code, state } }: PlannedItem,
  { field, noun, onceIssued }: Pick<PartKind<never>, 'field' | 'noun' | 'onceIssued'>,
): DomainError {
  const way = wayBack(state, onceIssued);
  return refuse(
    'CONFLICT',
    ['input', field],
    `Kế hoạch ${code} không còn là dự thảo, nên không bỏ ${noun.vi} trực tiếp được nữa. ${way.vi}`,
    `The plan ${code} is no draft any more, so no ${noun.en} is taken off it directly. ${way.en}`,
  );
}

function wayBack(state: DocumentState, onceIssued: Localised): Localised {
  switch (state) {
    case DocumentState.ISSUED:
      return onceIssued;
    case DocumentState.SUBMITTED:
      return {
        vi: 'Hãy đề nghị cơ quan thường trực hoặc Trưởng Ban Chỉ đạo trả lại kế hoạch trước.',
        en: 'Have the secretariat or the committee’s head return it first.',
      };
    case DocumentState.WITHDRAWN:
      return {
        vi: 'Kế hoạch đã rút: hãy bỏ cả dòng (removeAppendixRows) nếu cần dùng lại mã của dòng.',
        en: 'It was withdrawn: take the whole row off (removeAppendixRows) where its code is wanted again.',
      };
    default:
      return { vi: 'Hãy đưa kế hoạch về dự thảo (reviseDocument) trước.', en: 'Revise it first (reviseDocument).' };
  }
}

async function getPart<Part extends { id: string; workItemId: string }>(
  manager: EntityManager,
  kind: PartKind<Part>,
  globalId: string,
): Promise<Part> {
  const part = await getRow<Part>(manager, kind.entity, globalId);
  if (part === null) throw unknown(kind);
  return part;
}

function unknown({ field, noun }: Pick<PartKind<never>, 'field' | 'noun'>): DomainError {
  return refuse(
    'NOT_FOUND',
    ['input', field],
    `Không có ${noun.vi} này. Hãy kiểm tra lại mã định danh.`,
    `There is no such ${noun.en}. Check the id.`,
  );
}
