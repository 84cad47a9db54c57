import { defineCommand } from '../../platform/commands/declared-command';
import type { Command } from '../../platform/commands/command';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { Appendix } from '../appendices/appendix.entity';
import { ApprovalLevel } from './approval-level.state';
import { DocumentKind } from '../document-kind.state';
import { SubmitDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { canDraft } from '../document.policy';
import { assertLatenessReason } from '../document.rules';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from './note-step';
import { missingSections } from '../text/section.rules';
import { takenOnOf } from './taken-on';
import { newestVersion } from '../text/write-version';
import { documentSteps } from './document.steps';

const PATH = ['input', 'documentId'];

/** Submits a finalised document to the levels of its route. Whatever it lacks is named at once (rule R7). */
export const submitDocument = defineCommand({
  name: 'submitDocument',
  description: says(
    'Trình văn bản đã hoàn thiện; thiếu gì thì nêu rõ từng mục.',
    'Submits a finalised document; whatever it lacks is named.',
  ),
  input: SubmitDocumentInput,
  returns: { document: Document },
  rights: authoriseStep('submit'),
  async run(command, input) {
    const { tx, actor, append } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'submit');
    const takenOn = await takenOnOf(command, document, input.takenOn);
    const missing = await whatIsMissing(command, document);
    if (missing.length > 0) throw new DomainError(canDraft(actor, document) ? missing : missing.map(byDrafter));
    assertLatenessReason(takenOn, document, input.latenessReason);
    document.submittedOn = takenOn;
    document.submissions += 1;
    await tx.manager.save(document);
    await noteStep(command, document, DocumentStepKind.SUBMITTED, { note: input.latenessReason ?? null, takenOn });
    const isLate = document.submitBy !== null && takenOn > document.submitBy;
    append(documentEvent('DOCUMENT_SUBMITTED', document, { submitBy: document.submitBy, isLate }));
    return { documentId: document.id };
  },
});

async function whatIsMissing({ tx, missing }: Command, document: Document): Promise<readonly Refusal[]> {
  const { sections } = await newestVersion(tx.manager, document.id);
  return [
    ...missingSections(document.kind, sections),
    ...levelGaps(document),
    ...((await lacksAppendix(tx.manager, document)) ? [withoutAppendix] : []),
    ...(await missing(documentSteps.submit, document.id)),
  ];
}

/** A document goes to a level; a proposal on mechanisms and policies to the Party Committee, then to the People's Council. */
function levelGaps({ kind, approvalLevel }: Document): Refusal[] {
  if (approvalLevel === null) return [withoutLevel];
  const isTooLow = kind === DocumentKind.POLICY_PROPOSAL && approvalLevel !== ApprovalLevel.PEOPLES_COUNCIL;
  return isTooLow ? [belowCouncil] : [];
}

async function lacksAppendix(manager: Command['tx']['manager'], { id, kind }: Document): Promise<boolean> {
  return kind === DocumentKind.PLAN && !(await manager.existsBy(Appendix, { documentId: id }));
}

/** The unit's approver submits and does not revise: what only a new version mends is asked of who drafts it. */
function byDrafter(refusal: Refusal): Refusal {
  if (!refusal.message.en.includes('reviseDocument') || refusal === belowCouncil) return refusal;
  const { vi, en } = refusal.message;
  return {
    ...refusal,
    message: {
      vi: vi.replace(
        'Hãy bổ sung bằng reviseDocument',
        'Hãy đề nghị cán bộ báo cáo của đơn vị soạn thảo bổ sung (reviseDocument)',
      ),
      en: en.replace('Add it by reviseDocument', 'Ask a reporter of the drafting unit to add it (reviseDocument)'),
    },
  };
}

const withoutLevel: Refusal = {
  code: 'INVALID',
  path: PATH,
  message: {
    vi: 'Văn bản chưa có cấp phê duyệt. Hãy bổ sung bằng reviseDocument.',
    en: 'The document has no level of approval. Add it by reviseDocument.',
  },
};

const belowCouncil: Refusal = {
  code: 'INVALID',
  path: PATH,
  message: {
    vi: 'Đề xuất cơ chế, chính sách phải trình Thành ủy, rồi Hội đồng nhân dân thành phố. Hãy đề nghị cơ quan thường trực đổi cấp phê duyệt (approvalLevel) thành Hội đồng nhân dân thành phố bằng reviseDocument.',
    en: 'A proposal on mechanisms and policies goes to the Party Committee, then to the People’s Council. Have the secretariat change its level of approval (approvalLevel) to PEOPLES_COUNCIL by reviseDocument.',
  },
};

const withoutAppendix: Refusal = {
  code: 'INVALID',
  path: PATH,
  message: {
    vi: 'Kế hoạch chưa có phụ lục danh mục. Hãy bổ sung bằng reviseDocument.',
    en: 'The plan has no appendix. Add it by reviseDocument.',
  },
};
