import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeDocument } from '../support/made/made-document';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let counter = 0;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** A document that was issued under a number on 13/11/2023, after its approval on 12/11. */
async function issued(): Promise<{ documentId: string; number: string; cursor: string }> {
  const approvedBy = ['UNIT', 'PEOPLES_COMMITTEE'];
  const documentId = `do_${await makeDocument(view, { state: 'SUBMITTED', unit: 'so-xd', approvedBy })}`;
  counter += 1;
  const number = `${counter}/KH-SAI`;
  const input = { documentId, number, issuedOn: '2023-11-13', issuer: 'Sở Xây dựng' };
  const { cursor } = await mutated<{ cursor: string }>(secretariat, 'issueDocument', input);
  return { documentId, number, cursor };
}

test('a wrong number and a wrong date are put right; steps, log and the past keep what stood before', async () => {
  const { documentId, number, cursor } = await issued();
  const input = { documentId, number: '77/KH-UBND', issuedOn: '2023-11-12', reason: 'Ghi nhầm số của dự thảo.' };
  const { document } = await mutated<{ document: object }>(
    secretariat,
    'correctIssue',
    input,
    'document { number issuedOn year issuer state steps { kind takenOn note } }',
  );
  expect(document).toMatchObject({
    number: '77/KH-UBND',
    issuedOn: '2023-11-12',
    year: 2023,
    issuer: 'Sở Xây dựng',
    state: 'ISSUED',
    steps: expect.arrayContaining([
      { kind: 'ISSUED', takenOn: '2023-11-13', note: null },
      { kind: 'ISSUE_CORRECTED', takenOn: '2023-11-14', note: 'Ghi nhầm số của dự thảo.' },
    ]) as object,
  });
  expect(
    await view.row(
      `select type, data - 'document' - 'kind' as data from event_log where subject_id = $1 order by position desc limit 1`,
      [documentId.slice(3)],
    ),
  ).toEqual({
    type: 'DOCUMENT_ISSUE_CORRECTED',
    data: {
      state: 'ISSUED',
      before: { number, issuedOn: '2023-11-13' },
      after: { number: '77/KH-UBND', issuedOn: '2023-11-12' },
    },
  });
  const { data } = await secretariat.ask<object>(
    `query ($cursor: Cursor!, $id: ID!) { asOf(cursor: $cursor) { node(id: $id) { ... on Document { number issuedOn } } } }`,
    { cursor, id: documentId },
  );
  expect(data).toEqual({ asOf: { node: { number, issuedOn: '2023-11-13' } } });
});

test('a date that was corrected may be put right again, whenever the correction was made', async () => {
  const { documentId } = await issued();
  for (const issuedOn of ['2023-11-12', '2023-11-13']) {
    await mutated(secretariat, 'correctIssue', { documentId, issuedOn, reason: 'Sửa lại.' });
  }
});

test('what is right already is written no second time', async () => {
  const { documentId, number } = await issued();
  const before = await view.everything();
  await mutated(secretariat, 'correctIssue', { documentId, number, reason: 'x' });
  expect(await view.everything()).toEqual(before);
});

test('refused: dates that the steps contradict, the number of another paper, a blank one, no reason', async () => {
  const [{ documentId }, other] = [await issued(), await issued()];
  for (const [changes, point, vi, en] of [
    [{ issuedOn: '2023-11-11' }, 'INVALID input.issuedOn', /12\/11\/2023/, /2023-11-12/],
    [{ issuedOn: '2023-11-15' }, 'INVALID input.issuedOn', /tương lai/, /future/],
    [{ number: other.number }, 'CONFLICT input.number', /Hãy kiểm tra/, /Check/],
    [{ number: ' ' }, 'INVALID input.number', /bỏ trường/, /leave it out/],
    [{ reason: ' ' }, 'INVALID input.reason', /Hãy/, /Enter/],
  ] as const) {
    const input = { documentId, reason: 'Ghi nhầm.', ...changes };
    await expectPoints(view, secretariat, ['correctIssue', input, [point], [vi, en]]);
  }
});

test('refused: a document that is not issued, or is not there; the head, who decides and keeps no papers', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'SUBMITTED', unit: 'so-xd' })}`;
  const input = { documentId, number: '1/KH', reason: 'x' };
  await expectPoints(view, secretariat, ['correctIssue', input, ['CONFLICT input.documentId']]);
  const nobody = { ...input, documentId: 'do_00000000-0000-4000-8000-000000000000' };
  await expectPoints(view, secretariat, ['correctIssue', nobody, ['NOT_FOUND input.documentId']]);
  await expectPoints(view, await program.as('head'), ['correctIssue', input, ['FORBIDDEN input.documentId']]);
});
