import type { EntityManager } from 'typeorm';
import { Appendix, canDraft, Document, DocumentState, lockDocument } from '../../documents/public';
import type { Actor } from '../../platform/access/actor';
import type { Authorise } from '../../platform/commands/command';
import { getRow } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { toGlobalId } from '../../platform/lib/global-id';
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
  const appendix = await getAppendix(manager, globalId);
  const document = await lockDocument(manager, toGlobalId('do', appendix.documentId));
  assertDrafts(actor, document);
  if (listRightOf(action, document.state) !== null) return { appendix, document };
  const { code } = document;
  const [vi, en] = wayBack(document.state);
  throw refuse(
    'CONFLICT',
    PATH,
    `Văn bản ${code} không còn ở bước dự thảo hoặc xin ý kiến. ${vi}`,
    `The document ${code} is neither being drafted nor out for opinions. ${en}`,
  );
}

/** How rows can be changed again, from where the document stands, by whoever drafts it. */
function wayBack(state: DocumentState): readonly [vi: string, en: string] {
  switch (state) {
    case DocumentState.SUBMITTED:
      return [
        'Hãy đề nghị cơ quan thường trực hoặc Trưởng Ban Chỉ đạo trả lại văn bản trước khi sửa phụ lục.',
        'Have the secretariat or the committee’s head return it before its rows are changed.',
      ];
    case DocumentState.ISSUED:
      return [
        'Phụ lục đã ban hành không sửa trực tiếp: hãy đề nghị cơ quan thường trực điều chỉnh.',
        'The list was issued and is not changed directly: ask the secretariat for an adjustment.',
      ];
    case DocumentState.WITHDRAWN:
      return ['Hãy lập dự thảo mới (draftDocument).', 'Draft a new document (draftDocument).'];
    default:
      return ['Hãy đưa về dự thảo (reviseDocument) trước khi sửa phụ lục.', 'Revise it first (reviseDocument).'];
  }
}

/** Asks who drafts the document of the appendix that an input names, whatever its state by now. */
export const authoriseRows: Authorise<{ readonly appendixId: string }> = async ({ tx, actor }, { appendixId }) => {
  const { documentId } = await getAppendix(tx.manager, appendixId);
  assertDrafts(actor, await tx.manager.findOneByOrFail(Document, { id: documentId }));
};

async function getAppendix(manager: EntityManager, globalId: string): Promise<Appendix> {
  const appendix = await getRow(manager, Appendix, globalId);
  if (appendix !== null) return appendix;
  throw refuse(
    'NOT_FOUND',
    PATH,
    'Không có phụ lục này. Hãy kiểm tra lại mã định danh.',
    'There is no such appendix. Check the id.',
  );
}

function assertDrafts(actor: Actor, document: Document): void {
  if (canDraft(actor, document)) return;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ đơn vị soạn thảo hoặc cơ quan thường trực được nhập phụ lục.',
    'Only the drafting unit or the secretariat enters rows.',
  );
}
