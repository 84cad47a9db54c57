import type { Command } from '../platform/graphql/run-command';
import { documentEvent } from './document.events';
import type { WithdrawDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { lockForAction } from './load-document';
import { noteStep } from './note-step';
import { takenOnOf } from './taken-on';

/** Gives a document up before it is issued, with a reason; it stays readable. */
export async function withdrawDocument(
  command: Command,
  input: WithdrawDocumentInput,
): Promise<{ documentId: string }> {
  const { tx, actor, append } = command;
  const document = await lockForAction(tx.manager, actor, input.documentId, 'withdraw');
  const takenOn = await takenOnOf(command, document, input.takenOn);
  await tx.manager.save(document);
  await noteStep(command, document, DocumentStepKind.WITHDRAWN, { note: input.reason, takenOn });
  append(documentEvent('DOCUMENT_WITHDRAWN', document));
  return { documentId: document.id };
}
