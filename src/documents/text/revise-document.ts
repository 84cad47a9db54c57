import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError, type Refusal, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertImplements, lockChains } from '../assert-implements';
import { changeAppendices } from '../appendices/change-appendices';
import { changeFrame, changeTitles, withChanges } from './change-frame';
import { DocumentStepKind } from '../route/document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { ReviseDocumentInput } from '../document.inputs';
import { assertDeadlines } from '../document.rules';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from '../route/note-step';
import { assertSections, mergeSections } from './section.rules';
import { newestVersion, writeVersion, type WrittenVersion } from './write-version';

/** Writes a new version of a draft; what is finalised becomes a draft again. The versions before stay as they are. */
export const reviseDocument = defineCommand({
  name: 'reviseDocument',
  description: says(
    'Lập bản mới của dự thảo; bản trước được giữ nguyên.',
    'Writes a new version of a draft; those before stay.',
  ),
  input: ReviseDocumentInput,
  returns: { document: Document },
  rights: authoriseStep('revise'),
  async run(command, input) {
    const { tx, actor, append } = command;
    if (input.implementsId != null) await lockChains(tx.manager);
    const document = await lockForAction(tx.manager, actor, input.documentId, 'revise');
    const before = await newestVersion(tx.manager, document.id);
    assertSeen(document, before, input.expectedVersion);
    assertRoomFor(before.number + 1);
    const given = input.sections ?? [];
    assertSections(document.kind, given);
    const implemented = await assertImplements(tx.manager, document, input.implementsId ?? null);
    // null unlinks, what is not given stays
    if (input.implementsId !== undefined) document.implementsId = implemented?.id ?? null;
    const changes = [...changeFrame(actor, document, input), ...changeTitles(document, input)];
    assertDeadlines(document);
    await tx.manager.save(document);
    const number = before.number + 1;
    await writeVersion(command, document, {
      number,
      sections: mergeSections(before.sections, given),
      note: input.note,
    });
    const appendices = await changeAppendices(command, document, input);
    await noteStep(command, document, DocumentStepKind.REVISED, { note: withChanges(input.note, changes) });
    append(documentEvent('DOCUMENT_REVISED', document, { version: number, changes, appendices }));
    return { documentId: document.id };
  },
});

/** Refuses to write over a version that the caller has not seen; the document comes along as it stands. */
function assertSeen(document: Document, { number }: WrittenVersion, expected?: number | null): void {
  if (expected === null || expected === undefined || expected === number) return;
  const message = {
    vi: `Văn bản đã có bản ${number} (bạn xem bản ${expected}). Hãy xem lại bản mới nhất.`,
    en: `The document is at version ${number} (you saw ${expected}). Look at the newest one again.`,
  };
  const refusal: Refusal = { code: 'CONFLICT', path: ['input', 'expectedVersion'], message };
  throw new DomainError([refusal], { documentId: document.id });
}

/** Versions of one document: whoever asks for all of them gets so many at most. */
const MOST_VERSIONS = 200;

function assertRoomFor(number: number): void {
  if (number <= MOST_VERSIONS) return;
  throw refuse(
    'CONFLICT',
    ['input', 'documentId'],
    `Văn bản đã có ${MOST_VERSIONS} bản, là số bản tối đa. Hãy rút văn bản (withdrawDocument) và lập dự thảo mới.`,
    `The document has ${MOST_VERSIONS} versions, the most that one may have. Withdraw it (withdrawDocument) and draft a new one.`,
  );
}
