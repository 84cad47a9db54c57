import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { WithdrawDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from './note-step';
import { takenOnOf } from './taken-on';

/** Gives a document up before it is issued, with a reason; it stays readable. */
export const withdrawDocument = defineCommand({
  name: 'withdrawDocument',
  description: says('Rút văn bản chưa ban hành, kèm lý do.', 'Gives a document up before it is issued, with a reason.'),
  input: WithdrawDocumentInput,
  returns: { document: Document },
  rights: authoriseStep('withdraw'),
  async run(command, input) {
    const { tx, actor, append } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'withdraw');
    const takenOn = await takenOnOf(command, document, input.takenOn);
    await tx.manager.save(document);
    await noteStep(command, document, DocumentStepKind.WITHDRAWN, { note: input.reason, takenOn });
    append(documentEvent('DOCUMENT_WITHDRAWN', document, {}));
    return { documentId: document.id };
  },
});
