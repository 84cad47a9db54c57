import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { Document } from './document.entity';
import { canTake } from './document.policy';
import { type DocumentAction, stateAfter } from './document.rules';
import { DocumentState } from './document.state';

/** The document of a client's id, locked until the transaction ends so that steps on it are taken one after another. */
export async function lockDocument(manager: EntityManager, globalId: string, field = 'documentId'): Promise<Document> {
  const parsed = parseGlobalId(globalId);
  const document =
    parsed?.prefix === 'do'
      ? await manager.findOne(Document, { where: { id: parsed.uuid }, lock: { mode: 'pessimistic_write' } })
      : null;
  if (document !== null) return document;
  throw refuse(
    'NOT_FOUND',
    ['input', field],
    'Không có văn bản này. Hãy kiểm tra lại mã định danh.',
    'There is no such document. Check the id.',
  );
}

/** Locks the document for an action: who may not take it is refused first, then what its state does not allow. The state is moved on, not saved. */
export async function lockForAction(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  action: Exclude<DocumentAction, 'recordOpinion'>,
  /** The field of the input that led to the document. */
  field = 'documentId',
): Promise<Document> {
  const document = await lockDocument(manager, globalId, field);
  if (!canTake(actor, action, document)) throw othersStep(action, document.state, field);
  document.state = stateAfter(action, document.state, field);
  return document;
}

function othersStep(action: DocumentAction, state: DocumentState, field: string) {
  const path = ['input', field];
  if (action === 'withdraw' && state === DocumentState.SUBMITTED) {
    return refuse(
      'FORBIDDEN',
      path,
      'Văn bản đã trình: việc rút thuộc về lãnh đạo duyệt của đơn vị soạn thảo, cơ quan thường trực hoặc Trưởng Ban Chỉ đạo.',
      'The document is submitted: withdrawing it belongs to the approver of the drafting unit, the secretariat or the committee’s head.',
    );
  }
  if (['approve', 'return', 'issue'].includes(action)) {
    return refuse(
      'FORBIDDEN',
      path,
      'Bước này thuộc về Trưởng Ban Chỉ đạo hoặc cơ quan thường trực.',
      'This step belongs to the committee’s head or to the secretariat.',
    );
  }
  if (action === 'submit') {
    return refuse(
      'FORBIDDEN',
      path,
      'Việc trình thuộc về lãnh đạo duyệt của đơn vị soạn thảo hoặc cơ quan thường trực.',
      'Submitting belongs to the approver of the drafting unit or to the secretariat.',
    );
  }
  return refuse(
    'FORBIDDEN',
    path,
    'Bước này thuộc về cán bộ báo cáo của đơn vị soạn thảo hoặc cơ quan thường trực.',
    'This step belongs to a reporter of the drafting unit or to the secretariat.',
  );
}
