import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { doneDocument, refusedDocument } from '../support/document-operations';
import { makeAccount } from '../support/made/made-account';
import { makeDocument } from '../support/made/made-document';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  // so-vhtt ended, and so-yt carries on what it did
  await view.rows(`
    update unit set valid_to = '2023-11-10' where code = 'so-vhtt';
    insert into unit_succession (predecessor_id, successor_id, effective_on, share)
      select a.id, b.id, '2023-11-11', 1 from unit a, unit b where a.code = 'so-vhtt' and b.code = 'so-yt'`);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function shown<Facts>(documentId: string, selection: string): Promise<Facts> {
  const { data, errors } = await secretariat.ask<{ node: Facts }>(
    `query ($id: ID!) { node(id: $id) { ... on Document { ${selection} } } }`,
    { id: documentId },
  );
  expect(errors).toBeUndefined();
  return data.node;
}

test('a list of a draft is corrected and taken off, and never shorter than its rows', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'DRAFTING', unit: null, kind: 'PLAN' })}`;
  const appendix = { code: 'PL-SUA', title: 'Danh mục', expectedCount: 32 };
  await doneDocument(secretariat, 'reviseDocument', { documentId, note: 'Thêm.', appendices: [appendix] });
  const corrected = { ...appendix, title: 'Danh mục đúng', expectedCount: 2 };
  await doneDocument(secretariat, 'reviseDocument', { documentId, note: 'Sửa.', appendices: [corrected] });
  expect(await shown(documentId, 'appendices { title titleEn expectedCount }')).toEqual({
    appendices: [{ title: 'Danh mục đúng', titleEn: 'Danh mục đúng', expectedCount: 2 }],
  });
  const { data } = await view.row<{ data: object }>(
    `select data from event_log where type = 'DOCUMENT_REVISED' order by position desc limit 1`,
  );
  expect(data).toMatchObject({
    appendices: [{ appendix: 'PL-SUA', before: { title: 'Danh mục', expectedCount: 32 } }],
  });
  const { id } = await view.row<{ id: string }>(`select 'ap_' || id as id from appendix where code = 'PL-SUA'`);
  const row = { number: 2, kind: 'TASK', title: 'Một', leadUnitCode: 'so-tc' };
  const rows = [{ ...row, startsOn: '2023-11-01', dueOn: '2023-12-01' }];
  await doneDocument(secretariat, 'addAppendixRows', { appendixId: id, rows });
  const revise = (input: object) =>
    refusedDocument(secretariat, 'reviseDocument', { documentId, note: 'Sửa.', ...input });
  expect(await revise({ appendices: [{ ...corrected, expectedCount: 1 }] })).toEqual([
    'CONFLICT input.appendices.0.expectedCount',
  ]);
  expect(await revise({ removeAppendixCodes: ['PL-SUA'] })).toEqual(['CONFLICT input.removeAppendixCodes.0']);
  expect(await revise({ removeAppendixCodes: ['PL-KHAC'] })).toEqual(['NOT_FOUND input.removeAppendixCodes.0']);
  expect(await revise({ appendices: [{ ...corrected, code: '07-PL32' }] })).toEqual([
    'CONFLICT input.appendices.0.code',
  ]);
  await view.rows(`delete from work_item where 'ap_' || appendix_id = $1`, [id]);
  await doneDocument(secretariat, 'reviseDocument', { documentId, note: 'Bỏ.', removeAppendixCodes: ['PL-SUA'] });
  expect(await shown(documentId, 'appendices { code }')).toEqual({ appendices: [] });
});

test('a title changes with its old wording kept, and a link is undone', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'DRAFTING', unit: null })}`;
  const above = `do_${await makeDocument(view, { state: 'ISSUED', unit: null })}`;
  const gone = `do_${await makeDocument(view, { state: 'WITHDRAWN', unit: null })}`;
  const revise = (input: object) => doneDocument(secretariat, 'reviseDocument', { documentId, note: 'Sửa', ...input });
  await revise({ title: 'Tên mới', titleEn: ' ', implementsId: above });
  const read = () => shown(documentId, 'title titleEn implements { id }');
  expect(await read()).toEqual({ title: 'Tên mới', titleEn: 'Tên mới', implements: { id: above } });
  await revise({ titleEn: 'New title' });
  expect(await read()).toEqual({ title: 'Tên mới', titleEn: 'New title', implements: { id: above } });
  await revise({ implementsId: null });
  expect(await read()).toEqual({ title: 'Tên mới', titleEn: 'New title', implements: null });
  const { steps } = await shown<{ steps: { note: string }[] }>(documentId, 'steps { note }');
  expect(steps[0]!.note).toContain('“made” → “Tên mới”');
  const onto = { documentId, note: 'Sửa', implementsId: gone };
  expect(await refusedDocument(secretariat, 'reviseDocument', onto)).toEqual(['INVALID input.implementsId']);
});

test('letters of last week are entered under their dates', async () => {
  const draft = { code: 'KH-TUAN-TRUOC', kind: 'REPORT', title: 'Báo cáo', approvalLevel: 'UNIT' };
  const reporter = await program.as('reporter');
  expect(await refusedDocument(reporter, 'draftDocument', { ...draft, takenOn: '2023-11-01' })).toEqual([
    'FORBIDDEN input.takenOn',
  ]);
  const { document } = await doneDocument(secretariat, 'draftDocument', { ...draft, takenOn: '2023-11-01' });
  const documentId = document!.id;
  const ask = { documentId, unitCodes: ['so-tc'], dueOn: '2023-11-08', takenOn: '2023-11-02' };
  await doneDocument(secretariat, 'sendForOpinions', ask);
  const opinion = { documentId, unitCode: 'so-tc', opinion: 'AGREED' };
  for (const answeredOn of ['2023-11-01', '2023-11-15']) {
    expect(await refusedDocument(secretariat, 'recordOpinion', { ...opinion, answeredOn })).toEqual([
      'INVALID input.answeredOn',
    ]);
  }
  await doneDocument(secretariat, 'recordOpinion', { ...opinion, answeredOn: '2023-11-09' });
  expect(await shown(documentId, 'steps { takenOn } consultations { nodes { askedOn answeredOn daysLate } }')).toEqual({
    steps: [{ takenOn: '2023-11-01' }, { takenOn: '2023-11-02' }],
    consultations: { nodes: [{ askedOn: '2023-11-02', answeredOn: '2023-11-09', daysLate: 1 }] },
  });
});

test('a code that is none is refused by its place and not repeated', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'DRAFTING', unit: null })}`;
  const ask = { documentId, unitCodes: ['so-tc', 'x'.repeat(50_000)], dueOn: '2023-11-20' };
  expect(await refusedDocument(secretariat, 'sendForOpinions', ask)).toEqual(['INVALID input.unitCodes.1']);
});

test('the successor of a unit that was asked answers for it', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'CONSULTING', unit: null, asked: ['so-vhtt'] })}`;
  const { client } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-yt' }] });
  const { data } = await client.ask<{ node: { viewerCan: object } }>(
    `query ($id: ID!) { node(id: $id) { ... on Document { viewerCan { recordOpinion } } } }`,
    { id: documentId },
  );
  expect(data.node.viewerCan).toEqual({ recordOpinion: true });
  await doneDocument(client, 'recordOpinion', { documentId, unitCode: 'so-yt', opinion: 'AGREED' });
  expect(await shown(documentId, 'openOpinions')).toEqual({ openOpinions: 0 });
});

test('a request that was waived by finalising does not revive when the document is drafted again', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'CONSULTING', unit: null, asked: ['so-tc'] })}`;
  await doneDocument(secretariat, 'finaliseDocument', { documentId, withoutOpinionsReason: 'Không chờ.' });
  await doneDocument(secretariat, 'reviseDocument', { documentId, note: 'Sửa.' });
  await doneDocument(secretariat, 'sendForOpinions', { documentId, unitCodes: ['so-nv'], dueOn: '2023-11-20' });
  expect(await shown(documentId, 'openOpinions')).toEqual({ openOpinions: 1 });
  const opinion = { documentId, unitCode: 'so-tc', opinion: 'AGREED' };
  expect(await refusedDocument(secretariat, 'recordOpinion', opinion)).toEqual(['CONFLICT input.unitCode']);
});

test('the lateness of a withdrawn document stands still', async () => {
  const documentId = `do_${await makeDocument(view, { state: 'DRAFTING', unit: null })}`;
  await view.rows(`update document set submit_by = '2023-11-10' where 'do_' || id = $1`, [documentId]);
  await doneDocument(secretariat, 'withdrawDocument', { documentId, reason: 'Thôi.', takenOn: '2023-11-12' });
  expect(await shown(documentId, 'daysLate')).toEqual({ daysLate: 2 });
});

test('a number is one number however it is spaced, within a programme or an issuer', async () => {
  const made = async (programme: boolean) => {
    const id = await makeDocument(view, { state: 'SUBMITTED', unit: null, approvedBy: ['UNIT', 'PEOPLES_COMMITTEE'] });
    if (!programme) await view.rows('update document set programme_id = null where id = $1', [id]);
    return `do_${id}`;
  };
  const issue = (documentId: string, number: string, issuer?: string) =>
    refusedDocument(secretariat, 'issueDocument', { documentId, number, issuer, issuedOn: '2023-11-14' });
  expect(await issue(await made(true), '9 / BC')).toEqual([]);
  expect(await issue(await made(true), '9/bc')).toEqual(['CONFLICT input.number']);
  expect(await issue(await made(false), '8/BC', 'Sở Y tế')).toEqual([]);
  expect(await issue(await made(false), '8/BC', 'Sở Tài chính')).toEqual([]);
  expect(await issue(await made(false), '8/BC', 'sở y tế')).toEqual(['CONFLICT input.number']);
  const early = { documentId: await made(true), number: '10/BC', issuedOn: '2023-11-11' };
  expect(await refusedDocument(secretariat, 'issueDocument', early)).toEqual(['INVALID input.issuedOn']);
});
