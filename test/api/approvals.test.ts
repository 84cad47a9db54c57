import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument, refusedDocument, sendDocument } from '../support/document-operations';
import { makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let head: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  head = await program.as('head');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const made = async (approvedBy: readonly string[] = []) =>
  `do_${await makeDocument(view, { state: 'SUBMITTED', unit: null, approvedBy })}`;

async function approvedBy(documentId: string): Promise<string[]> {
  const rows = await view.rows<{ level: string }>(
    `select level from document_step where kind = 'APPROVED' and 'do_' || document_id = $1 order by recorded_at`,
    [documentId],
  );
  return rows.map(({ level }) => level);
}

test('a double click approves one level: of eight equal calls at once one is recorded, the others name the next level', async () => {
  const documentId = await made();
  const calls = Array.from({ length: 8 }, () => sendDocument(head, 'approveDocument', { documentId, level: 'UNIT' }));
  const refusals = (await Promise.all(calls)).flatMap(({ userErrors }) => userErrors);
  expect(refusals.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(
    Array<string>(7).fill('CONFLICT input.level'),
  );
  for (const { message } of refusals) expect(message).toContain('Cấp đang chờ phê duyệt là Ủy ban nhân dân thành phố');
  expect(await approvedBy(documentId)).toEqual(['UNIT']);
});

test('a retry under one key gets the first outcome and approves nothing more', async () => {
  const documentId = await made();
  const input = { documentId, level: 'UNIT', idempotencyKey: 'one-approval' };
  const payloads = await Promise.all(Array.from({ length: 8 }, () => doneDocument(head, 'approveDocument', input)));
  expect(new Set(payloads.map(({ document }) => document!.id))).toEqual(new Set([documentId]));
  expect(await approvedBy(documentId)).toEqual(['UNIT']);
});

test('a level is not skipped, and one that is not on the route does not approve', async () => {
  const documentId = await made();
  const expectRefused = (level: string, point: string) =>
    expectPoints(view, head, ['approveDocument', { documentId, level }, [point]]);
  await expectRefused('PEOPLES_COMMITTEE', 'CONFLICT input.level');
  await expectRefused('PEOPLES_COUNCIL', 'INVALID input.level');
  expect(await approvedBy(documentId)).toEqual([]);
});

test.each([
  ['finaliseDocument', 'DRAFTING', { withoutOpinionsReason: 'Không cần.' }],
  ['submitDocument', 'FINALISED', {}],
  ['returnDocument', 'SUBMITTED', { reason: 'Chưa đạt.' }],
  ['withdrawDocument', 'DRAFTING', { reason: 'Không cần nữa.' }],
])('a retry of %s under one key is the same step', async (mutation, state, more) => {
  const documentId = `do_${await makeDocument(view, { state, unit: null })}`;
  const secretariat = await program.as('secretariat');
  const input = { documentId, ...more, idempotencyKey: `once-${mutation}` };
  const first = await doneDocument(secretariat, mutation, input);
  expect(await doneDocument(secretariat, mutation, input)).toEqual(first);
  const { steps } = await view.row<{ steps: string }>(
    `select count(*) as steps from document_step where 'do_' || document_id = $1`,
    [documentId],
  );
  expect(Number(steps)).toBe(1);
});

test('a proposal on mechanisms and policies passes every level, the Party Committee, then the People’s Council, before it is issued (R5, R10)', async () => {
  const secretariat = await program.as('secretariat');
  const { document } = await doneDocument(secretariat, 'draftDocument', {
    code: 'DX-CO-CHE',
    kind: 'POLICY_PROPOSAL',
    title: 'Đề xuất cơ chế, chính sách',
    approvalLevel: 'PEOPLES_COUNCIL',
    programmeCode: '07-CTr/TU',
    sections: [{ kind: 'BODY', text: 'Nội dung.' }],
  });
  const documentId = document!.id;
  await doneDocument(secretariat, 'finaliseDocument', { documentId, withoutOpinionsReason: 'Đã họp.' });
  await doneDocument(secretariat, 'submitDocument', { documentId });
  const route = ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD', 'PARTY_COMMITTEE', 'PEOPLES_COUNCIL'];
  const paper = { documentId, number: '12/2023/NQ-HĐND', issuedOn: '2023-11-14' };
  for (const [place, level] of route.entries()) {
    expect(await refusedDocument(head, 'issueDocument', paper)).toEqual(['CONFLICT input.documentId']);
    for (const other of route.filter((name) => name !== level)) {
      const attempt = await refusedDocument(head, 'approveDocument', { documentId, level: other });
      expect(attempt).toEqual(['CONFLICT input.level']);
    }
    await doneDocument(head, 'approveDocument', { documentId, level });
    expect(await approvedBy(documentId)).toEqual(route.slice(0, place + 1));
  }
  expect((await doneDocument(head, 'issueDocument', paper)).document!.state).toBe('ISSUED');
  const steps = await view.rows<{ kind: string; date: string; actor: string }>(
    `select s.kind, s.taken_on::text as date, a.email as actor from document_step s join account a on a.id = s.actor_id
     where 'do_' || s.document_id = $1 order by s.recorded_at, s.id`,
    [documentId],
  );
  const by = (actor: string) => (kind: string) => ({ kind, date: '2023-11-14', actor: `${actor}@demo.test` });
  expect(steps).toEqual([
    ...['DRAFTED', 'FINALISED', 'SUBMITTED'].map(by('secretariat')),
    ...route.map(() => by('head')('APPROVED')),
    by('head')('ISSUED'),
  ]);
});
