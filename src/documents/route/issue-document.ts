import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { nameOf } from './approval-level.rules';
import { levelThatIsAwaited } from './approve-document';
import { assertNumberIsFree } from '../assert-number';
import { IssueDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { assertIssuedOn } from '../document.rules';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from './note-step';
import { latestStepOn } from './taken-on';
import { documentSteps } from './document.steps';

/** Issues a document that every level of its route has approved: it gets its number and date. */
export const issueDocument = defineCommand({
  name: 'issueDocument',
  description: says(
    'Ban hành văn bản đã được mọi cấp phê duyệt: số và ngày.',
    'Issues a document that all levels have approved: number and date.',
  ),
  input: IssueDocumentInput,
  returns: { document: Document },
  rights: authoriseStep('issue'),
  async run(command, input) {
    const { tx, actor, today, append, missing } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'issue');
    const level = await levelThatIsAwaited(tx.manager, document);
    if (level !== null) {
      throw refuse(
        'CONFLICT',
        ['input', 'documentId'],
        `Còn chờ cấp ${nameOf(level).vi} phê duyệt. Hãy ghi nhận phê duyệt (approveDocument) trước khi ban hành.`,
        `It has yet to be approved by ${nameOf(level).en}. Record that (approveDocument) before issuing.`,
      );
    }
    // what was there when it was approved may be gone
    const gaps = await missing(documentSteps.issue, document.id);
    if (gaps.length > 0) throw new DomainError(gaps);
    assertIssuedOn(input.issuedOn, today, await latestStepOn(tx.manager, document.id));
    document.number = input.number.trim();
    document.issuedOn = input.issuedOn;
    document.year = Number(input.issuedOn.slice(0, 4));
    document.issuer = filledOrNull(input.issuer) ?? document.issuer;
    await assertNumberIsFree(tx.manager, document);
    await tx.manager.save(document);
    await command.react(documentSteps.issue, document.id);
    await noteStep(command, document, DocumentStepKind.ISSUED, { takenOn: input.issuedOn });
    append(documentEvent('DOCUMENT_ISSUED', document, { number: document.number, issuedOn: input.issuedOn }));
    return { documentId: document.id };
  },
});
