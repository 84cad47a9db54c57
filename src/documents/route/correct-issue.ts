import { defineCommand } from '../../platform/commands/declared-command';
import { changedFields } from '../../platform/lib/changed-fields';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { assertNumberIsFree } from '../assert-number';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { assertIssuedOn } from '../document.rules';
import { authoriseStep, lockForAction } from '../load-document';
import { CorrectIssueInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { noteStep } from './note-step';
import { latestStepOn } from './taken-on';

const { ISSUED, ISSUE_CORRECTED } = DocumentStepKind;
const CORRECTED = ['number', 'issuedOn', 'issuer'] as const;

/** Puts right what was recorded wrongly of an issue. The step of the issue stays as it was recorded; one of today says why it was wrong, the event what it was. */
export const correctIssue = defineCommand({
  name: 'correctIssue',
  description: says(
    'Đính chính số, ngày hoặc cơ quan ban hành đã ghi sai của văn bản đã ban hành; nội dung cũ được giữ cùng lý do.',
    'Corrects the number, the date or the issuer of an issued document; what stood before is kept, with the reason.',
  ),
  input: CorrectIssueInput,
  returns: { document: Document },
  rights: authoriseStep('correctIssue'),
  async run(command, input) {
    const { tx, actor, today, append } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'correctIssue');
    const before = { ...document };
    document.number = filledOrNull(input.number) ?? document.number;
    document.issuer = filledOrNull(input.issuer) ?? document.issuer;
    if (input.issuedOn != null && input.issuedOn !== document.issuedOn) {
      // other corrections were made later than the issue, whenever that really was
      assertIssuedOn(input.issuedOn, today, await latestStepOn(tx.manager, document.id, [ISSUED, ISSUE_CORRECTED]));
      document.issuedOn = input.issuedOn;
      document.year = Number(input.issuedOn.slice(0, 4));
    }
    const changed = changedFields(CORRECTED, before, document);
    if (changed === null) return { documentId: document.id };
    if (document.number !== null) await assertNumberIsFree(tx.manager, document);
    await tx.manager.save(document);
    await noteStep(command, document, ISSUE_CORRECTED, { note: input.reason.trim() });
    append(documentEvent('DOCUMENT_ISSUE_CORRECTED', document, changed));
    return { documentId: document.id };
  },
});
