import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { ReturnDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from './note-step';
import { takenOnOf } from './taken-on';

/** Sends a submitted document back with a reason: it is a draft again. What was approved of this submission does not count for the next. */
export const returnDocument = defineCommand({
  name: 'returnDocument',
  description: says('Trả lại văn bản đã trình, kèm lý do.', 'Sends a submitted document back with a reason.'),
  input: ReturnDocumentInput,
  returns: { document: Document },
  rights: authoriseStep('return'),
  async run(command, input) {
    const { tx, actor, append } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'return');
    const takenOn = await takenOnOf(command, document, input.takenOn);
    document.submittedOn = null;
    await tx.manager.save(document);
    await noteStep(command, document, DocumentStepKind.RETURNED, { note: input.reason, takenOn });
    append(documentEvent('DOCUMENT_RETURNED', document, {}));
    return { documentId: document.id };
  },
});
