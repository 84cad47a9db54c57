import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import type { Authorise } from '../platform/commands/command';
import { getRow, lockRow } from '../platform/commands/rows';
import { refuse } from '../platform/lib/domain-error';
import { Document } from './document.entity';
import { canEverTake, canTake } from './document.policy';
import { conflict, type DocumentAction, stateAfter } from './document.rules';
import { DocumentState } from './document.state';

/** A step of a document that the document's state decides on. */
type Step = Exclude<DocumentAction, 'recordOpinion'>;

/** The document of a client's id, locked until the transaction ends so that steps on it are taken one after another. */
export async function lockDocument(manager: EntityManager, globalId: string, field = 'documentId'): Promise<Document> {
  return findDocument(manager, globalId, field, lockRow);
}

/** Asks who takes a step of the document that an input names, whatever its state by now. */
export function authoriseStep(action: Step): Authorise<{ readonly documentId: string }> {
  return async ({ tx, actor }, { documentId }) => {
    assertEverTakes(actor, action, await findDocument(tx.manager, documentId, 'documentId', getRow), 'documentId');
  };
}

/** Refuses whoever takes the step in no state of the document. */
export function assertEverTakes(actor: Actor, action: Step, document: Document, field: string): void {
  if (canEverTake(actor, action, document)) return;
  throw refuse('FORBIDDEN', ['input', field], ...othersStep(action, document.state));
}

async function findDocument(
  manager: EntityManager,
  globalId: string,
  field: string,
  take: typeof getRow | typeof lockRow,
): Promise<Document> {
  const document = await take(manager, Document, globalId);
  if (document !== null) return document;
  throw refuse(
    'NOT_FOUND',
    ['input', field],
    'Không có văn bản này. Hãy kiểm tra lại mã định danh.',
    'There is no such document. Check the id.',
  );
}

/**
 * Locks the document for an action: whoever never takes it is refused first, then what its state does not allow, then whoever takes it only in another state
 * (both are conflicts: of two who race, the later one had the right). The state is moved on, not saved.
 */
export async function lockForAction(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  action: Step,
  /** The field of the input that led to the document. */
  field = 'documentId',
): Promise<Document> {
  const document = await lockDocument(manager, globalId, field);
  assertEverTakes(actor, action, document, field);
  const after = stateAfter(action, document, field);
  if (!canTake(actor, action, document)) {
    throw conflict(document, field, ...othersStep(action, document.state));
  }
  document.state = after;
  return document;
}

/** Whose step it is, in both languages. */
function othersStep(action: Step, state: DocumentState): readonly [vi: string, en: string] {
  if (action === 'withdraw' && state === DocumentState.SUBMITTED) {
    return [
      'Văn bản đã trình: việc rút thuộc về lãnh đạo duyệt của đơn vị soạn thảo, cơ quan thường trực hoặc Trưởng Ban Chỉ đạo.',
      'The document is submitted: withdrawing it belongs to the approver of the drafting unit, the secretariat or the committee’s head.',
    ];
  }
  if (action === 'withdraw') {
    return [
      'Văn bản chưa trình hoặc đã được trả lại: việc rút thuộc về cán bộ báo cáo của đơn vị soạn thảo hoặc cơ quan thường trực.',
      'The document is not submitted, or was returned: withdrawing it belongs to a reporter of the drafting unit or to the secretariat.',
    ];
  }
  if (action === 'correctIssue') {
    return [
      'Việc đính chính số, ngày ban hành thuộc về cơ quan thường trực.',
      'Correcting the number and the date of an issued document belongs to the secretariat.',
    ];
  }
  if (['approve', 'return', 'issue'].includes(action)) {
    return [
      'Bước này thuộc về Trưởng Ban Chỉ đạo hoặc cơ quan thường trực.',
      'This step belongs to the committee’s head or to the secretariat.',
    ];
  }
  if (action === 'submit') {
    return [
      'Việc trình thuộc về lãnh đạo duyệt của đơn vị soạn thảo hoặc cơ quan thường trực.',
      'Submitting belongs to the approver of the drafting unit or to the secretariat.',
    ];
  }
  return [
    'Bước này thuộc về cán bộ báo cáo của đơn vị soạn thảo hoặc cơ quan thường trực.',
    'This step belongs to a reporter of the drafting unit or to the secretariat.',
  ];
}
