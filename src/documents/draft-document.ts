import type { EntityManager } from 'typeorm';
import { ENTERED_SOURCE, getUnitOn, holderOn, Unit } from '../organisation/public';
import { unitsOf } from '../platform/access/actor';
import { sameAs } from '../platform/database/same-as';
import { defineCommand } from '../platform/commands/declared-command';
import type { Asking, Command } from '../platform/commands/command';
import { refuse } from '../platform/lib/domain-error';
import { toGlobalId } from '../platform/lib/global-id';
import { says } from '../platform/lib/says';
import { filledOrNull } from '../platform/lib/text';
import { Programme } from '../programme/public';
import { addAppendices } from './appendices/add-appendices';
import { assertImplements } from './assert-implements';
import { DocumentStepKind } from './route/document-step.state';
import { Document } from './document.entity';
import { documentEvent } from './document.events';
import { DraftDocumentInput } from './document.inputs';
import { canDraft } from './document.policy';
import { assertDeadlines } from './document.rules';
import { giveBackCode } from './give-back-code';
import { DocumentState } from './document.state';
import { noteStep } from './route/note-step';
import { assertSections, mergeSections } from './text/section.rules';
import { takenOnOf } from './route/taken-on';
import { writeVersion } from './text/write-version';

/** Begins a document: its first version, its appendices with the counts that they must hold. */
export const draftDocument = defineCommand({
  name: 'draftDocument',
  description: says('Lập dự thảo một văn bản.', 'Begins a document.'),
  input: DraftDocumentInput,
  returns: { document: Document },
  async rights(asking, { draftingUnitCode }) {
    await getDraftingUnit(asking, draftingUnitCode);
  },
  async run(command, input) {
    const { tx, today, append } = command;
    const takenOn = await takenOnOf(command, null, input.takenOn);
    const draftingUnitId = await getDraftingUnit(command, input.draftingUnitCode);
    if (draftingUnitId !== null) {
      await getUnitOn(tx.manager, toGlobalId('un', draftingUnitId), today, ['input', 'draftingUnitCode']);
    }
    await assertCodeIsFree(command, input.code);
    const deadlines = { submitBy: input.submitBy ?? null, issueBy: input.issueBy ?? null };
    assertDeadlines(deadlines);
    const sections = input.sections ?? [];
    assertSections(input.kind, sections);
    const implemented = await assertImplements(tx.manager, null, input.implementsId ?? null);
    const document = await tx.manager.save(Document, {
      ...deadlines,
      code: input.code.trim(),
      kind: input.kind,
      title: input.title.trim(),
      titleEn: filledOrNull(input.titleEn) ?? input.title.trim(),
      programmeId: await programmeOf(tx.manager, input.programmeCode, implemented),
      draftingUnitId,
      approvalLevel: input.approvalLevel,
      implementsId: implemented?.id ?? null,
      state: DocumentState.DRAFTING,
      submissions: 0,
      number: null,
      issuer: null,
      year: null,
      issuedOn: null,
      reportedOn: null,
      submittedOn: null,
      source: ENTERED_SOURCE,
      isSample: false,
    });
    await writeVersion(command, document, {
      number: 1,
      sections: mergeSections([], sections),
      note: 'Dự thảo lần đầu',
    });
    await addAppendices(command, document, input.appendices ?? []);
    await noteStep(command, document, DocumentStepKind.DRAFTED, { takenOn });
    append(documentEvent('DOCUMENT_DRAFTED', document, { title: document.title }));
    return { documentId: document.id };
  },
});

/** The unit that drafts, for whoever drafts for it; null for the committee's own papers. */
async function getDraftingUnit(asking: Asking, code?: string | null): Promise<string | null> {
  const draftingUnitId = await draftingUnitOf(asking, code);
  if (canDraft(asking.actor, { draftingUnitId })) return draftingUnitId;
  throw refuse(
    'FORBIDDEN',
    ['input', 'draftingUnitCode'],
    'Chỉ cơ quan thường trực, hoặc cán bộ báo cáo của chính đơn vị soạn thảo, được lập dự thảo.',
    'Only the secretariat, or a reporter of the drafting unit itself, drafts documents.',
  );
}

/** The unit of that code; without one, that whose reporter drafts, the own one first, else none: the committee's own papers are the secretariat's. */
async function draftingUnitOf({ tx, actor, today }: Asking, code?: string | null): Promise<string | null> {
  if (code === null || code === undefined) {
    const units = unitsOf(actor, 'REPORTER').sort();
    const unitId = units.find((id) => id === actor.unitId) ?? units[0];
    return unitId === undefined ? null : holderOn(tx.manager, unitId, today);
  }
  const unit = await tx.manager.findOneBy(Unit, { code: sameAs(code) });
  if (unit !== null) return unit.id;
  throw refuse(
    'NOT_FOUND',
    ['input', 'draftingUnitCode'],
    `Không có đơn vị “${code}”. Hãy kiểm tra lại mã.`,
    `There is no unit “${code}”. Check the code.`,
  );
}

async function assertCodeIsFree(command: Command, code: string): Promise<void> {
  if (await giveBackCode(command, code)) return;
  throw refuse(
    'CONFLICT',
    ['input', 'code'],
    `Mã số (code) “${code}” đã dùng cho một văn bản khác. Hãy chọn mã số khác.`,
    `The code “${code}” belongs to another document. Choose another one.`,
  );
}

/** The programme that was named, else that of the document which is carried out. */
async function programmeOf(
  manager: EntityManager,
  code: string | null | undefined,
  implemented: Document | null,
): Promise<string | null> {
  if (code === null || code === undefined) return implemented?.programmeId ?? null;
  const programme = await manager.findOneBy(Programme, { code: sameAs(code) });
  if (programme !== null) return programme.id;
  throw refuse(
    'NOT_FOUND',
    ['input', 'programmeCode'],
    `Không có chương trình “${code}”. Hãy kiểm tra lại mã.`,
    `There is no programme “${code}”. Check the code.`,
  );
}
