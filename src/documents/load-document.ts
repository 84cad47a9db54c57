import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { Document } from './document.entity';
import { canTake } from './document.policy';
import { type DocumentAction, stateAfter } from './document.rules';

/** The document of a client's id, locked until the transaction ends so that steps on it are taken one after another. */
export async function lockDocument(manager: EntityManager, globalId: string, field = 'documentId'): Promise<Document> {
  const parsed = parseGlobalId(globalId);
  const document =
    parsed?.prefix === 'do'
      ? await manager.findOne(Document, { where: { id: parsed.uuid }, lock: { mode: 'pessimistic_write' } })
      : null;
  if (document !== null) return document;
  throw refuse('NOT_FOUND', ['input', field], 'Không có văn bản này.', 'There is no such document.');
}

/** Locks the document for an action: who may not take it is refused first, then what its state does not allow. The state is moved on, not saved. */
export async function lockForAction(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  action: Exclude<DocumentAction, 'recordOpinion'>,
): Promise<Document> {
  const document = await lockDocument(manager, globalId);
  if (!canTake(actor, action, document)) throw othersStep(action);
  document.state = stateAfter(action, document.state);
  return document;
}

function othersStep(action: DocumentAction) {
  const isDecision = ['approve', 'return', 'issue'].includes(action);
  return isDecision
    ? refuse(
        'FORBIDDEN',
        ['input', 'documentId'],
        'Bước này thuộc về Trưởng Ban Chỉ đạo hoặc cơ quan thường trực.',
        'This step belongs to the committee’s head or to the secretariat.',
      )
    : refuse(
        'FORBIDDEN',
        ['input', 'documentId'],
        'Bước này thuộc về đơn vị soạn thảo hoặc cơ quan thường trực.',
        'This step belongs to the drafting unit or to the secretariat.',
      );
}
