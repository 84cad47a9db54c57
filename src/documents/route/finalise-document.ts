import { type EntityManager, IsNull } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { Consultation } from '../consultations/consultation.entity';
import { deriveOpinionGaps } from '../consultations/consultation.rules';
import { FinaliseDocumentInput } from './document-step.inputs';
import { DocumentStepKind } from './document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from './note-step';
import { takenOnOf } from './taken-on';

/** Closes the text: opinions were asked for, have come and are answered; what is left out is left out with a reason (rule R10). */
export const finaliseDocument = defineCommand({
  name: 'finaliseDocument',
  description: says(
    'Hoàn thiện văn bản sau khi tiếp thu ý kiến.',
    'Closes the text of a document, opinions being answered.',
  ),
  input: FinaliseDocumentInput,
  returns: { document: Document },
  rights: authoriseStep('finalise'),
  async run(command, input) {
    const { tx, actor, append } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'finalise');
    const takenOn = await takenOnOf(command, document, input.takenOn);
    const reason = input.withoutOpinionsReason?.trim() ?? '';
    const refusals = await opinionGaps(tx.manager, document.id, reason !== '');
    if (refusals.length > 0) throw new DomainError(refusals);
    await tx.manager.save(document);
    const open = { documentId: document.id, answeredOn: IsNull(), waivedOn: IsNull() };
    await tx.manager.update(Consultation, open, { waivedOn: takenOn });
    await noteStep(command, document, DocumentStepKind.FINALISED, { note: reason === '' ? null : reason, takenOn });
    append(documentEvent('DOCUMENT_FINALISED', document, { isWithoutOpinions: reason !== '' }));
    return { documentId: document.id };
  },
});

async function opinionGaps(manager: EntityManager, documentId: string, hasReason: boolean): Promise<Refusal[]> {
  const rows = await manager.find(Consultation, {
    where: { documentId },
    relations: { unit: true },
    order: { round: 'ASC', unit: { code: 'ASC' } },
  });
  return deriveOpinionGaps(rows, hasReason);
}
