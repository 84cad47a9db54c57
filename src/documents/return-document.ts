import type { Command } from '../platform/graphql/run-command';
import { documentEvent } from './document.events';
import type { ReturnDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { lockForAction } from './load-document';
import { noteStep } from './note-step';
import { takenOnOf } from './taken-on';

/** Sends a submitted document back with a reason: it is a draft again. What was approved of this submission does not count for the next. */
export async function returnDocument(command: Command, input: ReturnDocumentInput): Promise<{ documentId: string }> {
  const { tx, actor, append } = command;
  const document = await lockForAction(tx.manager, actor, input.documentId, 'return');
  const takenOn = await takenOnOf(command, document, input.takenOn);
  document.submittedOn = null;
  await tx.manager.save(document);
  await noteStep(command, document, DocumentStepKind.RETURNED, { note: input.reason, takenOn });
  append(documentEvent('DOCUMENT_RETURNED', document));
  return { documentId: document.id };
}
