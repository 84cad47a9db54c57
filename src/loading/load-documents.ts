import type { EntityManager } from 'typeorm';
import type { ApprovalLevel } from '../documents/route/approval-level.state';
import type { DocumentKind } from '../documents/document-kind.state';
import { DocumentState } from '../documents/document.state';
import { Appendix, Document } from '../documents/public';
import appendixNames from '../programme/data/appendix-names.json';
import documentNames from '../programme/data/document-names.json';
import { Programme } from '../programme/public';
import { programme07 } from './programme07';
import { idsBy, insertMissing, pick, type Rows, upsertFacts } from './rows';
import { sourceOf } from './source-of';

/** What the collection leaves out of a document, or words otherwise. */
interface DocumentSupplement {
  readonly kind: string;
  readonly titleEn: string;
  /** Where it stood when the source told of it; what has a number or a year of its own was issued. */
  readonly state?: string;
  /** A document of Programme 07 itself; the others surround it. */
  readonly ofProgramme?: boolean;
  readonly year?: number;
  readonly reportedOn?: string;
  readonly approvalLevel?: string;
  /** By when it was to be submitted and issued. */
  readonly submitBy?: string;
  readonly issueBy?: string;
  readonly note?: string;
}

const supplements = new Map<string, DocumentSupplement>(Object.entries(documentNames));

/** Loads the documents and the two lists (of 32 and of 29 rows, the rows themselves being unknown). */
export async function loadDocuments(manager: EntityManager): Promise<void> {
  const programmeId = pick(await idsBy(manager, Programme, 'code'), programme07.programme.code);
  const rows = documents(programmeId);
  // a draft goes on from where it was found: its state, number and date are what users make of them
  const begun = rows.map((row) => ({ ...row, state: stateOf(String(row.code)) }));
  await insertMissing(manager, Document, begun);
  const walked = await documentsWithSteps(manager);
  for (const row of rows) {
    if (walked.has(String(row.code))) continue;
    const isDraft = stateOf(String(row.code)) === DocumentState.DRAFTING;
    await upsertFacts(manager, Document, ['code'], [isDraft ? textOf(row) : row]);
  }
  const lists = appendices(await idsBy(manager, Document, 'code'));
  const untouched = lists.filter(({ documentId }) => ![...walked.values()].includes(String(documentId)));
  await upsertFacts(manager, Appendix, ['code'], untouched);
}

/** Documents that users have taken a step with: their words and lists are what users make of them. Ids by codes. */
async function documentsWithSteps(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows = await manager
    .createQueryBuilder(Document, 'document')
    .where('exists (select from document_step step where step.document_id = document.id)')
    .getMany();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** What no step of a document changes. */
function textOf({ code, programmeId, kind, title, titleEn, reportedOn, source }: Rows<Document>[number]) {
  return { code, programmeId, kind, title, titleEn, reportedOn, source };
}

function stateOf(code: string): DocumentState {
  return (pick(supplements, code).state as DocumentState | undefined) ?? DocumentState.ISSUED;
}

function documents(programmeId: string): Rows<Document> {
  const papers = programme07.work_items.filter((row) => row.id.startsWith('D-'));
  return papers.map((row) => {
    const supplement = pick(supplements, row.id);
    const inspected = row.inspected_vi === undefined ? null : `Nơi kiểm tra: ${row.inspected_vi.join('; ')}`;
    return {
      code: row.id,
      programmeId: supplement.ofProgramme === true ? programmeId : null,
      number: row.code ?? null,
      kind: supplement.kind as DocumentKind,
      title: row.title_vi,
      titleEn: supplement.titleEn,
      issuer: row.issuer ?? row.lead_vi ?? null,
      year: row.year ?? supplement.year ?? null,
      // the collection found no date of issue for any of them
      issuedOn: null,
      reportedOn: row.reported ?? supplement.reportedOn ?? null,
      approvalLevel: (supplement.approvalLevel as ApprovalLevel | undefined) ?? null,
      submitBy: supplement.submitBy ?? null,
      issueBy: supplement.issueBy ?? null,
      source: sourceOf(row, [supplement.note, row.note].filter(Boolean).join(' / '), inspected),
    };
  });
}

function appendices(documentIds: ReadonlyMap<string, string>): Rows<Appendix> {
  const lists = new Map(programme07.work_items.map((row) => [row.id, row]));
  return appendixNames.map(({ list, code, document, titleEn }) => {
    const row = pick(lists, list);
    return {
      code,
      documentId: pick(documentIds, document),
      title: row.title_vi,
      titleEn,
      expectedCount: row.count,
      source: sourceOf(row, 'Chưa tìm thấy các dòng của danh mục / The rows of the list were not found'),
    };
  });
}
