import type { EntityManager } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertAwaited, awaitedLevel } from './approval-level.rules';
import type { ApprovalLevel } from './approval-level.state';
import { DocumentStep } from './document-step.entity';
import { ApproveDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from './note-step';
import { takenOnOf } from './taken-on';
import { documentSteps } from './document.steps';

/** The level of the route that is awaited approves a submitted document (rule R5): it is named, so that a step sent twice is recorded once. */
export const approveDocument = defineCommand({
  name: 'approveDocument',
  description: says('Ghi nhận cấp tiếp theo phê duyệt.', 'The next level of the route approves.'),
  input: ApproveDocumentInput,
  returns: { document: Document },
  rights: authoriseStep('approve'),
  async run(command, input) {
    const { tx, actor, append, missing } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'approve');
    const takenOn = await takenOnOf(command, document, input.takenOn);
    // what was there when it was submitted may be gone
    const gaps = await missing(documentSteps.approve, document.id);
    if (gaps.length > 0) throw new DomainError(gaps);
    const { level } = input;
    assertAwaited(level, document.approvalLevel ?? level, await levelThatIsAwaited(tx.manager, document));
    await noteStep(command, document, DocumentStepKind.APPROVED, { level, note: input.note ?? null, takenOn });
    append(documentEvent('DOCUMENT_APPROVED', document, { level }));
    return { documentId: document.id };
  },
});

/** The level that has to approve the latest submission next; null when all have. */
export async function levelThatIsAwaited(manager: EntityManager, document: Document): Promise<ApprovalLevel | null> {
  const { id, approvalLevel, submissions } = document;
  const approved = await manager.findBy(DocumentStep, {
    documentId: id,
    kind: DocumentStepKind.APPROVED,
    submission: submissions,
  });
  return approvalLevel === null
    ? null
    : awaitedLevel(
        approvalLevel,
        approved.map(({ level }) => level),
      );
}
