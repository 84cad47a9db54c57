import type { EntityManager } from 'typeorm';
import { Account } from '../../accounts/public';
import type { ApprovalLevel } from '../../documents/route/approval-level.state';
import { Consultation } from '../../documents/consultations/consultation.entity';
import { type DocumentKind, type SectionKind, SECTIONS } from '../../documents/document-kind.state';
import { DocumentSection } from '../../documents/text/document-section.entity';
import { DocumentStep } from '../../documents/route/document-step.entity';
import type { DocumentStepKind } from '../../documents/route/document-step.state';
import { DocumentVersion } from '../../documents/text/document-version.entity';
import type { DocumentState } from '../../documents/document.state';
import type { Opinion, OpinionVerdict } from '../../documents/consultations/opinion.state';
import { Document } from '../../documents/public';
import { idsBy, insertMissing, pick, type Rows } from '../rows';
import { sampleDocuments } from './sample-documents';
import { SAMPLE_SOURCE } from '../source-of';
import { stableId } from '../../platform/lib/stable-id';

/** What the rows of the sample's documents hang on. */
interface Place {
  readonly programmeId: string;
  readonly unitIds: ReadonlyMap<string, string>;
}

/**
 * Loads documents for show, and wordings, steps and opinions also for known papers of which no more than the title is public. A paper of which users have
 * written a version gets none.
 */
export async function loadSampleDocuments(manager: EntityManager, place: Place): Promise<void> {
  const secretariat = pick(await idsBy(manager, Account, 'email'), 'secretariat@demo.test');
  await insertMissing(manager, Document, documents(place, await idsBy(manager, Document, 'code')));
  const rows = await manager.find(Document, {
    select: { id: true, code: true, kind: true, title: true, titleEn: true },
  });
  const known = new Map(rows.map((row) => [row.code, row]));
  const real = new Set(
    (await manager.findBy(DocumentVersion, { isSample: false })).map(({ documentId }) => documentId),
  );
  const idOf = (code: string): string => pick(known, code).id;
  const isOpen = ({ document }: { readonly document: string }): boolean => !real.has(idOf(document));
  for (const { document, versions } of sampleDocuments.texts.filter(isOpen)) {
    await loadVersions(manager, pick(known, document), versions, secretariat);
  }
  await insertMissing(manager, DocumentStep, sampleDocuments.steps.filter(isOpen).map(stepRow(idOf, secretariat)));
  const asked = sampleDocuments.consultations.filter(isOpen);
  await insertMissing(manager, Consultation, asked.map(consultationRow(idOf, place, secretariat)));
}

function documents({ programmeId, unitIds }: Place, ids: ReadonlyMap<string, string>): Rows<Document> {
  return sampleDocuments.documents.map((row) => ({
    code: row.code,
    programmeId,
    kind: row.kind as DocumentKind,
    title: row.title,
    titleEn: row.titleEn,
    state: row.state as DocumentState,
    approvalLevel: row.approvalLevel as ApprovalLevel,
    implementsId: pick(ids, row.implements),
    draftingUnitId: pick(unitIds, row.draftingUnit),
    submitBy: row.submitBy,
    issueBy: row.issueBy,
    submittedOn: row.submittedOn,
    submissions: row.submissions,
    source: SAMPLE_SOURCE,
    isSample: true,
  }));
}

async function loadVersions(
  manager: EntityManager,
  document: Pick<Document, 'id' | 'code' | 'kind' | 'title' | 'titleEn'>,
  versions: (typeof sampleDocuments.texts)[number]['versions'],
  writtenById: string,
): Promise<void> {
  const rows = versions.map(({ writtenOn, note }, index) => ({
    id: stableId('sample version', document.code, String(index + 1)),
    documentId: document.id,
    number: index + 1,
    title: document.title,
    titleEn: document.titleEn,
    note,
    writtenById,
    writtenAt: morningOf(writtenOn),
    isSample: true,
  }));
  await insertMissing(manager, DocumentVersion, rows);
  const sections = versions.flatMap((version, index) =>
    Object.entries(version.sections).map(([kind, text]) => ({
      id: stableId('sample section', rows[index]!.id, kind),
      versionId: rows[index]!.id,
      ordinal: SECTIONS[document.kind].indexOf(kind as SectionKind) + 1,
      kind: kind as SectionKind,
      text: text!,
      isSample: true,
    })),
  );
  await insertMissing(manager, DocumentSection, sections);
}

function stepRow(idOf: (code: string) => string, actorId: string) {
  return (row: (typeof sampleDocuments.steps)[number]): Rows<DocumentStep>[number] => ({
    id: stableId('sample step', row.document, row.kind, row.level ?? '', row.takenOn),
    documentId: idOf(row.document),
    kind: row.kind as DocumentStepKind,
    state: row.state as DocumentState,
    level: (row.level as ApprovalLevel | undefined) ?? null,
    submission: row.submission,
    versionNumber: row.version,
    takenOn: row.takenOn,
    recordedAt: morningOf(row.takenOn),
    actorId,
    note: row.note ?? null,
    isSample: true,
  });
}

function consultationRow(idOf: (code: string) => string, { unitIds }: Place, secretariat: string) {
  return (row: (typeof sampleDocuments.consultations)[number]): Rows<Consultation>[number] => ({
    id: stableId('sample consultation', row.document, String(row.round), row.unit),
    documentId: idOf(row.document),
    round: row.round,
    versionNumber: row.version,
    unitId: pick(unitIds, row.unit),
    askedOn: row.askedOn,
    dueOn: row.dueOn,
    answeredOn: row.answeredOn ?? null,
    opinion: (row.opinion as Opinion | undefined) ?? null,
    text: row.text ?? null,
    recordedById: row.answeredOn === undefined ? null : secretariat,
    verdict: (row.verdict as OpinionVerdict | undefined) ?? null,
    verdictReason: row.reason ?? null,
    resolvedOn: row.resolvedOn ?? null,
    resolvedById: row.resolvedOn === undefined ? null : secretariat,
    isSample: true,
  });
}

function morningOf(date: string): Date {
  return new Date(`${date}T09:00:00+07:00`);
}
