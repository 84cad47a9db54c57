import { ITEMS } from './histories.mjs';
import { ofProgram } from './program.mjs';

const { insertMissing } = ofProgram('loading/rows');
const { SAMPLE_SOURCE } = ofProgram('loading/source-of');
const { stableId } = ofProgram('platform/lib/stable-id');
const { Appendix, Document } = ofProgram('documents/public');
const { Consultation } = ofProgram('documents/consultations/consultation.entity');
const { SECTIONS } = ofProgram('documents/document-kind.state');
const { DocumentSection } = ofProgram('documents/text/document-section.entity');
const { DocumentStep } = ofProgram('documents/route/document-step.entity');
const { DocumentVersion } = ofProgram('documents/text/document-version.entity');

const TEXT = 'Các đơn vị được giao chủ trì tổ chức thực hiện, báo cáo đúng kỳ và chịu trách nhiệm về số liệu.\n'.repeat(
  5,
);
/** Each step of a paper with the state after it and the day of its month. */
const WAY = [
  ['DRAFTED', 'DRAFTING', '02'],
  ['SENT_FOR_OPINIONS', 'CONSULTING', '05'],
  ['FINALISED', 'FINALISED', '16'],
  ['SUBMITTED', 'SUBMITTED', '18'],
  ['ISSUED', 'ISSUED', '25'],
];
const YEARS = [2021, 2022, 2023, 2024, 2025];

/**
 * The papers of a programme, issued and with all that led there: plan, regulation, assignment, a report for each quarter; the plan's list, and the opinions
 * of all departments on it. Gives the list's id.
 */
export async function loadPapers(manager, programme, { unitIds, secretariat }) {
  const papers = papersOf(programme);
  await insertMissing(
    manager,
    Document,
    papers.map(({ month: _month, ...paper }) => paper),
  );
  const plan = papers[0];
  const list = {
    id: stableId('city list', plan.code),
    code: `${plan.code}-PL32`,
    documentId: plan.id,
    title: 'Danh mục nhiệm vụ',
    titleEn: 'List of tasks',
    expectedCount: ITEMS,
    source: SAMPLE_SOURCE,
    isSample: true,
  };
  await insertMissing(manager, Appendix, [list]);
  const versions = papers.map((paper) => ({
    id: stableId('city version', paper.code),
    documentId: paper.id,
    number: 1,
    note: 'Dự thảo lần đầu',
    writtenById: secretariat,
    writtenAt: morningOf(paper, '02'),
    isSample: true,
  }));
  await insertMissing(manager, DocumentVersion, versions);
  await insertMissing(
    manager,
    DocumentSection,
    papers.flatMap(({ kind }, index) => sectionsOf(kind, versions[index].id)),
  );
  await insertMissing(
    manager,
    DocumentStep,
    papers.flatMap((paper) => stepsOf(paper, secretariat)),
  );
  const asked = [...unitIds].filter(([code]) => code.startsWith('so-')).map(([, id]) => id);
  await insertMissing(
    manager,
    Consultation,
    asked.map((unitId) => opinionOf(plan, unitId, secretariat)),
  );
  return list.id;
}

function papersOf({ id: programmeId, number }) {
  const paper = (suffix, kind, title, month) => ({
    id: stableId('city paper', String(number), suffix),
    code: `${String(number).padStart(2, '0')}-${suffix}`,
    programmeId,
    kind,
    title,
    titleEn: `${suffix} of programme ${number}`,
    state: 'ISSUED',
    approvalLevel: 'PEOPLES_COMMITTEE',
    submittedOn: `${month}-18`,
    issuedOn: `${month}-25`,
    submissions: 1,
    source: SAMPLE_SOURCE,
    isSample: true,
    month,
  });
  const quarters = YEARS.flatMap((year) => ['03', '06', '09', '12'].map((month) => `${year}-${month}`));
  return [
    paper('KH', 'PLAN', 'Kế hoạch thực hiện chương trình', '2021-01'),
    paper('QC', 'REGULATION', 'Quy chế hoạt động của Ban Chỉ đạo', '2021-01'),
    paper('PC', 'ASSIGNMENT', 'Phân công nhiệm vụ các thành viên', '2021-01'),
    ...quarters.map((month) => paper(`BC-${month}`, 'REPORT', `Báo cáo kết quả đến tháng ${month}`, month)),
  ];
}

function sectionsOf(kind, versionId) {
  return SECTIONS[kind].map((section, index) => ({
    id: stableId('city section', versionId, section),
    versionId,
    ordinal: index + 1,
    kind: section,
    text: TEXT,
    isSample: true,
  }));
}

function stepsOf(paper, actorId) {
  return WAY.map(([kind, state, day]) => ({
    id: stableId('city step', paper.code, kind),
    documentId: paper.id,
    kind,
    state,
    level: null,
    submission: state === 'SUBMITTED' || state === 'ISSUED' ? 1 : 0,
    versionNumber: 1,
    takenOn: `${paper.month}-${day}`,
    recordedAt: morningOf(paper, day),
    actorId,
    note: null,
    isSample: true,
  }));
}

function opinionOf(plan, unitId, secretariat) {
  return {
    id: stableId('city opinion', plan.code, unitId),
    documentId: plan.id,
    round: 1,
    versionNumber: 1,
    unitId,
    askedOn: '2021-01-05',
    dueOn: '2021-01-15',
    answeredOn: '2021-01-14',
    opinion: 'AGREED',
    text: null,
    recordedById: secretariat,
    isSample: true,
  };
}

function morningOf({ month }, day) {
  return new Date(`${month}-${day}T09:00:00+07:00`);
}
