import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done, send, SUBMIT, WITHDRAW } from '../support/report-operations';
import { itemOf } from '../support/work-item';

let program: TestProgram;
let view: DatabaseView;
let inspector: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  inspector = (await makeAccount(program, view, { roles: [{ role: 'INSPECTOR' }] })).client;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function reporterOf(unit: string): Promise<ApiClient> {
  return (await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] })).client;
}

async function approverOf(unit: string): Promise<ApiClient> {
  return (await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit }] })).client;
}

/** A submission on an item under a key. */
async function submission(code: string, idempotencyKey: string, changes: object = {}) {
  const { id: workItemId, percentComplete } = await itemOf(inspector, code);
  return {
    workItemId,
    period: '2023-Q4',
    percentComplete: percentComplete + 1,
    summary: 'Đã làm thêm một phần.',
    idempotencyKey,
    ...changes,
  };
}

async function rowsOf(code: string): Promise<number> {
  const { count } = await view.row<{ count: string }>(
    `select count(*) from progress_report r join work_item w on w.id = r.work_item_id where w.code = $1 and r.period = '2023-Q4'`,
    [code],
  );
  return Number(count);
}

test('a retry gets the first receipt, object and cursor, and writes nothing', async () => {
  const reporter = await reporterOf('so-nnptnt');
  const input = await submission('07-05', 'retry');
  const first = await done(reporter, SUBMIT, input);
  const before = await view.everything();
  const retry = await done(reporter, SUBMIT, input);
  expect(retry).toEqual(first);
  expect(await view.everything()).toEqual(before);
});

test('a retry gets the object with whatever it selects, as it stands by now', async () => {
  await approverOf('quan-cau-giay');
  const reporter = await reporterOf('quan-cau-giay');
  const input = await submission('07-13', 'selects');
  const first = await done(reporter, SUBMIT, input);
  await done(reporter, WITHDRAW, { progressReportId: first.progressReport.id });
  const retry = await reporter.ask<{ submitProgressReport: object }>(
    `mutation ($input: SubmitProgressReportInput!) { submitProgressReport(input: $input) {
      progressReport { id state summary workItem { code leadUnit { code } } } receipt { code } cursor userErrors { code } } }`,
    { input },
  );
  expect(retry.data.submitProgressReport).toEqual({
    progressReport: {
      id: first.progressReport.id,
      state: 'WITHDRAWN',
      summary: 'Đã làm thêm một phần.',
      workItem: { code: '07-13', leadUnit: { code: 'quan-cau-giay' } },
    },
    receipt: { code: first.receipt!.code },
    cursor: first.cursor,
    userErrors: [],
  });
});

test('the order of an input’s fields, absent and null ones make no difference; other content does', async () => {
  const reporter = await reporterOf('huyen-dong-anh');
  const input = await submission('07-17', 'content');
  const first = await done(reporter, SUBMIT, input);
  const reordered = Object.fromEntries(Object.entries({ ...input, difficulties: null }).reverse());
  expect(await done(reporter, SUBMIT, reordered)).toEqual(first);
  const decomposed = { ...input, summary: input.summary.normalize('NFD') };
  expect(await done(reporter, SUBMIT, decomposed)).toEqual(first);
  const other = await send(reporter, SUBMIT, { ...input, summary: 'Nội dung khác.' });
  expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }]);
  expect(other.progressReport).toBeNull();
  expect(await rowsOf('07-17')).toBe(1);
});

test('ten equal requests at once write one report and get one receipt', async () => {
  const reporter = await reporterOf('huyen-gia-lam');
  const input = await submission('07-28', 'at-once');
  const payloads = await Promise.all(Array.from({ length: 10 }, () => done(reporter, SUBMIT, input)));
  for (const payload of payloads) expect(payload).toEqual(payloads[0]);
  expect(await rowsOf('07-28')).toBe(1);
  const { count } = await view.row<{ count: string }>(
    `select count(*) from event_log where data ->> 'receiptCode' = $1`,
    [payloads[0]!.receipt!.code],
  );
  expect(Number(count)).toBe(1);
});

test('without a key, ten equal requests at once write one report; the other nine are conflicts that show it', async () => {
  const reporter = await reporterOf('so-vhtt');
  const input = await submission('07-18', 'unused', { idempotencyKey: undefined });
  const payloads = await Promise.all(Array.from({ length: 10 }, () => send(reporter, SUBMIT, input)));
  const taken = payloads.filter(({ userErrors }) => userErrors.length === 0);
  expect(taken).toHaveLength(1);
  for (const payload of payloads.filter((entry) => entry !== taken[0])) {
    expect(payload.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(payload.progressReport!.id).toBe(taken[0]!.progressReport!.id);
  }
  expect(await rowsOf('07-18')).toBe(1);
});

test('of different submissions under one key at once, one is written and the others learn that the key is taken', async () => {
  const reporter = await reporterOf('so-ldtbxh');
  const inputs = await Promise.all([0, 1, 2, 3].map((n) => submission('07-22', 'race', { summary: `Bản ${n}.` })));
  const payloads = await Promise.all(inputs.map((input) => send(reporter, SUBMIT, input)));
  const codes = payloads.map(({ userErrors }) => userErrors[0]?.code ?? 'done').sort();
  expect(codes).toEqual(['IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_REUSED', 'done']);
  expect(await rowsOf('07-22')).toBe(1);
});

test('keys of different accounts do not meet', async () => {
  const [one, two] = [await reporterOf('so-xd'), await reporterOf('so-gtvt')];
  const first = await done(one, SUBMIT, await submission('07-21', 'shared'));
  const second = await done(two, SUBMIT, await submission('07-10', 'shared'));
  expect(second.progressReport.id).not.toBe(first.progressReport.id);
  const colleague = await reporterOf('so-xd');
  const third = await send(colleague, SUBMIT, await submission('07-21', 'shared'));
  expect(third.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'period'] }]);
});

test('a report that waits: its reporter is told to withdraw it, a colleague to ask for that, and who may do neither to wait', async () => {
  const [one, colleague] = [await reporterOf('so-tnmt'), await reporterOf('so-tnmt')];
  const approver = await approverOf('so-tnmt');
  const { code } = await view.row<{ code: string }>(
    `select w.code from work_item w join unit u on u.id = w.lead_unit_id where u.code = 'so-tnmt' and w.is_in_force
     and not exists (select from progress_report r where r.work_item_id = w.id and r.period = '2023-Q4') order by w.code limit 1`,
  );
  const sent = await done(one, SUBMIT, await submission(code, 'waits'));
  const said = async (client: ApiClient, key: string) =>
    (await send(client, SUBMIT, await submission(code, key))).userErrors.map(({ message }) => message).join();
  expect(await said(one, 'own')).toContain('Hãy thu hồi trước khi nộp lại');
  expect(await said(colleague, 'other')).toContain('hãy đề nghị người nộp thu hồi');
  await done(approver, APPROVE, { progressReportId: sent.progressReport.id });
  expect(await said(one, 'approved')).toContain('hãy đợi cơ quan thường trực');
});

test('keys of different mutations do not meet', async () => {
  const secretariat = await program.as('secretariat');
  const { id } = await view.row<{ id: string }>(`select 'in_' || id as id from indicator where code = 'kinh-te-so'`);
  const recorded = await secretariat.ask<{ recordMeasurement: { userErrors: object[]; measurement: { id: string } } }>(
    `mutation ($id: ID!) { recordMeasurement(input: { indicatorId: $id, period: "2023-Q3", value: 18, source: "Cục Thống kê",
      idempotencyKey: "mutations" }) { measurement { id } userErrors { code } } }`,
    { id },
  );
  expect(recorded.data.recordMeasurement.userErrors).toEqual([]);
  const made = await secretariat.ask<{ createDisplay: { userErrors: object[] } }>(
    `mutation { createDisplay(input: { name: "Phòng 7", programmeCode: "07-CTr/TU", idempotencyKey: "mutations" }) {
      display { name } userErrors { code } } }`,
  );
  expect(made.data.createDisplay).toEqual({ display: { name: 'Phòng 7' }, userErrors: [] });
});

test('a measurement that is sent again is recorded once', async () => {
  const secretariat = await program.as('secretariat');
  const { id } = await view.row<{ id: string }>(`select 'in_' || id as id from indicator where code = 'kinh-te-so'`);
  const record = () =>
    secretariat.ask<{ recordMeasurement: object }>(
      `mutation ($id: ID!) { recordMeasurement(input: { indicatorId: $id, period: "2023-09", value: 17.75, source: "Cục Thống kê",
        idempotencyKey: "measured" }) { measurement { id value state } cursor userErrors { code } } }`,
      { id },
    );
  const answers = await Promise.all([record(), record(), record()]);
  for (const { data } of answers) expect(data).toEqual(answers[0].data);
  const { count } = await view.row<{ count: string }>(
    `select count(*) from measurement where value = 17.75 and period = '2023-09'`,
  );
  expect(Number(count)).toBe(1);
});

test('a refused request binds no key: mended, it succeeds under the same key', async () => {
  const reporter = await reporterOf('ban-ql-kcn');
  const refused = await submission('07-14', 'mended', { percentComplete: 1 });
  const before = await view.everything();
  const answer = await send(reporter, SUBMIT, refused);
  expect(answer.userErrors).toMatchObject([{ code: 'DECREASE_REASON_REQUIRED' }]);
  expect(await view.everything()).toEqual(before);
  const mended = await done(reporter, SUBMIT, { ...refused, decreaseReason: 'Tính lại.' });
  expect(await done(reporter, SUBMIT, { ...refused, decreaseReason: 'Tính lại.' })).toEqual(mended);
});

test('an account that has lost its right gets nothing by a retry: no receipt, no object', async () => {
  const { client, id } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-yt' }] });
  const input = await submission('07-09', 'lost');
  await done(client, SUBMIT, input);
  await view.rows('delete from account_role where account_id = $1', [id]);
  const retry = await send(client, SUBMIT, input);
  expect(retry.userErrors).toMatchObject([{ code: 'FORBIDDEN', path: ['input', 'workItemId'] }]);
  expect(retry).toMatchObject({ receipt: null, progressReport: null, cursor: null });
});

test('two reviewers of one report at once: one step is taken, the other is refused', async () => {
  const pending = await view.row<{ id: string }>(
    `select 'rp_' || r.id as id from progress_report r join work_item w on w.id = r.work_item_id
     where w.code = '07-24' and r.state = 'SUBMITTED'`,
  );
  const made = await Promise.all(
    [1, 2].map(() => makeApprover('quan-long-bien')).map(async (approver) => (await approver).client),
  );
  const payloads = await Promise.all(made.map((client) => send(client, APPROVE, { progressReportId: pending.id })));
  const codes = payloads.map(({ userErrors }) => userErrors[0]?.code ?? 'done').sort();
  expect(codes).toEqual(['CONFLICT', 'done']);
});

async function makeApprover(unit: string) {
  const own = await DatabaseView.open(program.target);
  try {
    return await makeAccount(program, own, { roles: [{ role: 'APPROVER', unit }] });
  } finally {
    await own.close();
  }
}
