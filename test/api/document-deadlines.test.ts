import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument, sendDocument } from '../support/document-operations';
import { makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let reporter: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  reporter = await program.as('reporter');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** A document of the reporter's unit with its deadlines. */
async function made(state: string, submitBy: string | null, issueBy: string | null): Promise<string> {
  const id = await makeDocument(view, { state, unit: 'so-tttt' });
  await view.rows(`update document set submit_by = $2, issue_by = $3, submitted_on = null where id = $1`, [
    id,
    submitBy,
    issueBy,
  ]);
  return `do_${id}`;
}

async function factsOf<Facts>(documentId: string, selection: string): Promise<Facts> {
  const { data, errors } = await secretariat.ask<{ node: Facts }>(
    `query ($id: ID!) { node(id: $id) { ... on Document { ${selection} } } }`,
    { id: documentId },
  );
  expect(errors).toBeUndefined();
  return data.node;
}

describe('deadlines and level that were set', () => {
  test('the drafting unit does not move them: it is told which, and whom to ask', async () => {
    const documentId = await made('DRAFTING', '2023-11-01', '2023-11-10');
    const input = { documentId, note: 'Xin lùi hạn.', submitBy: '2023-12-01', issueBy: '2023-12-31' };
    const { userErrors } = await sendDocument(reporter, 'reviseDocument', { ...input, approvalLevel: 'UNIT' });
    expect(userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'FORBIDDEN input.submitBy',
      'FORBIDDEN input.issueBy',
      'FORBIDDEN input.approvalLevel',
    ]);
    expect(userErrors[0]!.message).toMatch(/Hạn trình.*01\/11\/2023.*đề nghị cơ quan thường trực/);
    expect(userErrors[2]!.message).toContain('Ủy ban nhân dân thành phố');
    expect(await factsOf(documentId, 'daysLate')).toEqual({ daysLate: 13 });
  });

  test('the drafting unit sets what was not set, and may repeat what was', async () => {
    const documentId = await made('DRAFTING', null, '2023-12-31');
    const input = { documentId, note: 'Bổ sung.', submitBy: '2023-12-01', issueBy: '2023-12-31' };
    await doneDocument(reporter, 'reviseDocument', { ...input, approvalLevel: 'PEOPLES_COMMITTEE' });
    await expectPoints(view, reporter, [
      'reviseDocument',
      { ...input, submitBy: '2023-12-15' },
      ['FORBIDDEN input.submitBy'],
    ]);
  });

  test('the secretariat moves them with its reason; the step and the event keep what they were', async () => {
    const documentId = await made('DRAFTING', '2023-11-01', null);
    const note = 'Chờ ý kiến bộ';
    await doneDocument(secretariat, 'reviseDocument', { documentId, note, submitBy: '2023-11-30' });
    const { steps } = await factsOf<{ steps: { note: string }[] }>(documentId, 'steps { note }');
    expect(steps.map((step) => step.note)).toEqual([`${note} (Hạn trình: 01/11/2023 → 30/11/2023)`]);
    const { data } = await view.row<{ data: object }>(
      `select data from event_log where type = 'DOCUMENT_REVISED' order by position desc limit 1`,
    );
    expect(data).toMatchObject({
      changes: [{ field: 'submitBy', before: '2023-11-01', after: '2023-11-30' }],
    });
  });
});

describe('lateness', () => {
  test('of an issued document of which no date is known is not known either', async () => {
    const documentId = await made('ISSUED', '2021-07-26', '2021-07-31');
    expect(await factsOf(documentId, 'daysLate')).toEqual({ daysLate: null });
  });

  test.each([
    ['issued_on', '2021-08-03', 3],
    ['issued_on', '2021-07-30', 0],
    ['submitted_on', '2021-07-28', 2],
    ['reported_on', '2021-07-20', 0],
    ['reported_on', '2021-09-01', null],
  ])('of an issued document with %s %s is %s', async (column, date, daysLate) => {
    const documentId = await made('ISSUED', '2021-07-26', '2021-07-31');
    await view.rows(`update document set ${column} = $2 where 'do_' || id = $1`, [documentId, date]);
    expect(await factsOf(documentId, 'daysLate')).toEqual({ daysLate });
  });

  test('of a document without deadlines is nothing', async () => {
    expect(await factsOf(await made('ISSUED', null, null), 'daysLate')).toEqual({ daysLate: 0 });
  });
});

describe('a step that is recorded later than it was taken', () => {
  test('has its own date, which lateness goes by, beside the moment of its recording', async () => {
    const documentId = await made('FINALISED', '2023-11-10', null);
    await doneDocument(secretariat, 'submitDocument', { documentId, takenOn: '2023-11-09' });
    await doneDocument(secretariat, 'approveDocument', { documentId, level: 'UNIT', takenOn: '2023-11-12' });
    const shown = await factsOf<{ steps: { recordedAt: string }[] }>(
      documentId,
      'submittedOn daysLate steps { kind takenOn recordedAt }',
    );
    expect(shown).toMatchObject({
      submittedOn: '2023-11-09',
      daysLate: 0,
      steps: [
        { kind: 'SUBMITTED', takenOn: '2023-11-09' },
        { kind: 'APPROVED', takenOn: '2023-11-12' },
      ],
    });
    for (const { recordedAt } of shown.steps) expect(recordedAt >= '2023-11-14').toBe(true);
  });

  test('is entered under its earlier day by the secretariat alone, since lateness goes by it', async () => {
    const documentId = await made('FINALISED', '2023-11-10', null);
    const approver = await program.as('approver');
    await expectPoints(view, approver, [
      'submitDocument',
      { documentId, takenOn: '2023-11-09' },
      ['FORBIDDEN input.takenOn'],
    ]);
    await doneDocument(approver, 'submitDocument', { documentId, latenessReason: 'Chờ số liệu.' });
  });

  test('needs the reason where it was late on that date', async () => {
    const documentId = await made('FINALISED', '2023-11-10', null);
    await expectPoints(view, secretariat, [
      'submitDocument',
      { documentId, takenOn: '2023-11-11' },
      ['LATENESS_REASON_REQUIRED input.latenessReason'],
    ]);
  });

  test.each([
    ['finaliseDocument', 'DRAFTING', { withoutOpinionsReason: 'Không cần.' }],
    ['submitDocument', 'FINALISED', {}],
    ['approveDocument', 'SUBMITTED', { level: 'UNIT' }],
    ['returnDocument', 'SUBMITTED', { reason: 'Chưa đạt.' }],
    ['withdrawDocument', 'DRAFTING', { reason: 'Không cần nữa.' }],
  ])('is not of the future, nor before the latest step: %s', async (mutation, state, more) => {
    const documentId = await made(state, null, null);
    await view.rows(
      `insert into document_step (document_id, kind, state, submission, version_number, taken_on, recorded_at, actor_id)
       select id, 'REVISED', state, 0, 1, '2023-11-12', '2023-11-12T08:00:00Z', (select id from account order by id limit 1)
       from document where 'do_' || id = $1`,
      [documentId],
    );
    for (const takenOn of ['2023-11-15', '2023-11-11']) {
      await expectPoints(view, secretariat, [mutation, { documentId, ...more, takenOn }, ['INVALID input.takenOn']]);
    }
    await doneDocument(secretariat, mutation, { documentId, ...more, takenOn: '2023-11-12' });
  });
});
