import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument, sendDocument } from '../support/document-operations';
import { makeDocument } from '../support/made-document';
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
