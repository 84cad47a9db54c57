import type { EntityManager } from 'typeorm';
import { Appendix, canDraft, type Document, lockDocument } from '../documents/public';
import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId, toGlobalId } from '../platform/lib/global-id';
import { listRightOf } from './list.rules';

const PATH = ['input', 'appendixId'];

/** A list whose rows may be entered and taken out, with its document. */
export interface DraftedAppendix {
  readonly appendix: Appendix;
  readonly document: Document;
}

/** The appendix of a client's id, its document locked, for whoever drafts it while its state allows the action. */
export async function lockDraftedAppendix(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  action: 'addAppendixRows' | 'removeAppendixRows',
): Promise<DraftedAppendix> {
  const parsed = parseGlobalId(globalId);
  const appendix = parsed?.prefix === 'ap' ? await manager.findOneBy(Appendix, { id: parsed.uuid }) : null;
  if (appendix === null)
    throw refuse(
      'NOT_FOUND',
      PATH,
      'Không có phụ lục này. Hãy kiểm tra lại mã định danh.',
      'There is no such appendix. Check the id.',
    );
  const document = await lockDocument(manager, toGlobalId('do', appendix.documentId));
  if (!canDraft(actor, document)) {
    throw refuse(
      'FORBIDDEN',
      PATH,
      'Chỉ đơn vị soạn thảo hoặc cơ quan thường trực được nhập phụ lục.',
      'Only the drafting unit or the secretariat enters rows.',
    );
  }
  if (listRightOf(action, document.state) !== null) return { appendix, document };
  const { code } = document;
  throw refuse(
    'CONFLICT',
    PATH,
    `Văn bản ${code} không còn ở bước dự thảo hoặc xin ý kiến. Hãy đưa về dự thảo (reviseDocument) trước khi sửa phụ lục.`,
    `The document ${code} is neither being drafted nor out for opinions. Revise it first (reviseDocument).`,
  );
}
