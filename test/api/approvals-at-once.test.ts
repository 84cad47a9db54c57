import { Database } from '../../src/platform/database/database';
import type { ApiClient } from '../support/api-client';
import { makeReport } from '../support/made/made-report';
import { mutate, mutated } from '../support/payload';
import { globalItemId, itemIds, ReportDesk } from '../support/report-desk';
import { APPROVE, done, RETURN, SUBMIT, type UserErrorShape } from '../support/report-operations';

interface Result {
  readonly progressReport: { readonly id: string; readonly state: string; readonly reviewNote?: string | null } | null;
  readonly userErrors: readonly UserErrorShape[];
}

interface Results {
  readonly results: readonly Result[];
}

const RESULTS = 'results { progressReport { id state reviewNote } userErrors { code path message } }';
const MANY = 200;

let desk: ReportDesk;

beforeAll(async () => {
  desk = await ReportDesk.open();
});

afterAll(() => desk.close());

/** Reports on so many new items, submitted by the reporter. */
async function submitted(count: number): Promise<string[]> {
  const items = itemIds(count);
  await desk.addItems(items);
  const reports = await Promise.all(
    items.map((item) =>
      done(desk.clients.reporter, SUBMIT, {
        workItemId: globalItemId(item),
        period: '2023-Q4',
        percentComplete: 50,
        summary: 'Đã làm.',
      }),
    ),
  );
  return reports.map(({ progressReport }) => progressReport.id);
}

const approve = (client: ApiClient, progressReportIds: readonly string[], more: object = {}) =>
  mutated<Results>(client, 'approveProgressReports', { progressReportIds, ...more }, RESULTS);

const statesOf = ({ results }: Results) => results.map(({ progressReport }) => progressReport?.state ?? null);
const codesOf = ({ results }: Results) => results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());

/** How many statements a piece of work takes, the poll of the log and who asks not counted. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const spies = [jest.spyOn(Database.prototype, 'query'), jest.spyOn(Database.prototype, 'batch')] as const;
  const { read } = Database.prototype;
  const reading = jest.spyOn(Database.prototype, 'read').mockImplementation(function (this: Database, turn, statement) {
    return read.call<Database, Parameters<typeof read>, Promise<never[]>>(this, turn, () => {
      const asked = statement();
      sent.push(asked.text);
      return asked;
    });
  });
  try {
    await work();
    const [plain, batched] = spies;
    sent.push(...plain.mock.calls.map(([text]) => text), ...batched.mock.calls.map(([, text]) => text));
    return sent.filter((text) => !/access_token|from log_head/.test(text));
  } finally {
    for (const spy of [...spies, reading]) spy.mockRestore();
  }
}

test('each report has a result of its own: what is refused does not touch the others', async () => {
  const [first, second, returned, own] = (await submitted(4)) as [string, string, string, string];
  await done(desk.clients.approver, RETURN, { progressReportId: returned, reason: 'Thiếu.' });
  await desk.view.rows(`update progress_report set submitted_by_id = $2 where 'rp_' || id = $1`, [
    own,
    await idOf(desk.clients.approver),
  ]);
  const none = 'rp_00000000-0000-4000-8000-000000000000';
  const answer = await approve(desk.clients.approver, [first, returned, none, own, second], { note: 'Đồng ý.' });
  expect(codesOf(answer)).toEqual(['', 'CONFLICT', 'NOT_FOUND', 'FORBIDDEN', '']);
  expect(answer.results[0]!.progressReport).toEqual({ id: first, state: 'UNIT_APPROVED', reviewNote: 'Đồng ý.' });
  // a conflict shows the report as it stands
  expect(answer.results[1]!.progressReport).toMatchObject({ id: returned, state: 'RETURNED' });
  expect(answer.results.map(({ userErrors }) => userErrors.map(({ path }) => path.join('.')).join())).toEqual([
    '',
    'input.progressReportIds.1',
    'input.progressReportIds.2',
    'input.progressReportIds.3',
    '',
  ]);
  expect(answer.cursor).not.toBeNull();
});

/** The row id of the account of a client. */
async function idOf(client: ApiClient): Promise<string> {
  const { data } = await client.ask<{ viewer: { id: string } }>('{ viewer { id } }');
  return data.viewer.id.replace('ac_', '');
}

test('a report that is named twice takes one step, and is answered twice', async () => {
  const [report] = (await submitted(1)) as [string];
  const answer = await approve(desk.clients.approver, [report, report]);
  expect(statesOf(answer)).toEqual(['UNIT_APPROVED', 'UNIT_APPROVED']);
  expect(codesOf(answer)).toEqual(['', '']);
});

test('a retry by the key gets the same results; rights are asked anew, and whoever lost them gets none', async () => {
  const reports = await submitted(3);
  const input = { idempotencyKey: 'nhieu-bao-cao', note: 'Đồng ý.' };
  const first = await approve(desk.clients.colleague, reports, input);
  expect(statesOf(first)).toEqual(['UNIT_APPROVED', 'UNIT_APPROVED', 'UNIT_APPROVED']);
  const again = await approve(desk.clients.colleague, reports, input);
  expect(again).toEqual(first);
  const other = await approve(desk.clients.colleague, reports, { ...input, note: 'Khác.' });
  expect(codesOf(other)).toEqual(reports.map(() => 'IDEMPOTENCY_KEY_REUSED'));
  const unitId = await desk.view.row<{ id: string }>(`select 'un_' || id as id from unit where code = 'so-khcn'`);
  const role = { accountId: `ac_${await idOf(desk.clients.colleague)}`, role: 'APPROVER', unitId: unitId.id };
  await mutated(await desk.program.as('admin'), 'revokeRole', role);
  const lost = await approve(desk.clients.colleague, reports, input);
  expect(codesOf(lost)).toEqual(reports.map(() => 'FORBIDDEN'));
});

test('no report and too many are refused as a whole', async () => {
  const none = await mutate<Results>(
    desk.clients.approver,
    'approveProgressReports',
    { progressReportIds: [] },
    RESULTS,
  );
  expect(none.results).toEqual([]);
  expect(none.userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['INVALID', 'input.progressReportIds'],
  ]);
  const many = Array.from({ length: MANY + 1 }, () => 'rp_00000000-0000-4000-8000-000000000000');
  const payload = await mutate<Results>(
    desk.clients.approver,
    'approveProgressReports',
    { progressReportIds: many },
    RESULTS,
  );
  expect(payload.userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['INVALID', 'input.progressReportIds'],
  ]);
});

test('two hundred reports are accepted by far fewer statements, what the payload shows of them included', async () => {
  const items = itemIds(MANY);
  await desk.addItems(items);
  const submittedById = await idOf(desk.clients.reporter);
  const ids: string[] = [];
  for (const item of items) {
    const code = `K-${item.slice(0, 13)}`;
    ids.push(`rp_${await makeReport(desk.view, { item: code, state: 'UNIT_APPROVED', submittedById })}`);
  }
  // what is prepared once is not counted
  await approve(desk.clients.secretariat, await makeOne(submittedById));
  let answer: Results | undefined;
  const statements = await statementsOf(async () => (answer = await approve(desk.clients.secretariat, ids)));
  expect(new Set(statesOf(answer!))).toEqual(new Set(['ACCEPTED']));
  expect(answer!.results.map(({ progressReport }) => progressReport!.id)).toEqual(ids);
  expect(statements.length).toBeLessThanOrEqual(MANY * 1.2);
  // eight batches at most load and write, two statements read; numbering as often as there are runs of it
  expect(statements.length).toBeLessThanOrEqual(20);
}, 120_000);

async function makeOne(submittedById: string): Promise<string[]> {
  const [item] = itemIds(1) as [string];
  await desk.addItems([item]);
  return [
    `rp_${await makeReport(desk.view, { item: `K-${item.slice(0, 13)}`, state: 'UNIT_APPROVED', submittedById })}`,
  ];
}

test('approving one and approving many leave the same', async () => {
  const items = itemIds(2);
  await desk.addItems(items);
  const ids = await Promise.all(
    items.map(async (item) => {
      const input = { workItemId: globalItemId(item), period: '2023-Q4', percentComplete: 50, summary: 'Đã làm.' };
      return (await done(desk.clients.reporter, SUBMIT, input)).progressReport.id;
    }),
  );
  const [one, other] = ids as [string, string];
  await done(desk.clients.approver, APPROVE, { progressReportId: one });
  await approve(desk.clients.approver, [other]);
  await done(desk.clients.secretariat, APPROVE, { progressReportId: one });
  await approve(desk.clients.secretariat, [other]);
  const [first, second] = await Promise.all(items.map(async (item) => JSON.stringify(await desk.traces([item]))));
  expect(
    second!
      .replaceAll(items[1]!, items[0]!)
      .replaceAll(items[1]!.slice(0, -1), items[0]!.slice(0, -1))
      .replaceAll(items[1]!.slice(0, 13), items[0]!.slice(0, 13)),
  ).toBe(first);
});
