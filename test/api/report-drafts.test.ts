import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { expectPoints } from '../support/refused';
import { done, send, SUBMIT } from '../support/report-operations';
import { Subscriber } from '../support/sockets/subscriber';
import { itemOf } from '../support/work-item';
import { ReportingHouse } from './reporting-house';

const UNIT = 'so-nnptnt';
const DRAFT = `progressReportDraft { id period percentComplete summary difficulties proposals claimedHealth healthReason decreaseReason latenessReason
  version savedAt savedBy { displayName } unit { code } workItem { code } cycle { period } milestones { number } isSample viewerCan { discard } }`;

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly summary: string | null;
  readonly savedBy: { readonly displayName: string };
}

interface Saved {
  readonly progressReportDraft: Draft | null;
}

let house: ReportingHouse;
let reporter: ApiClient;
let colleague: ApiClient;
let approver: ApiClient;
let workItemId: string;

beforeAll(async () => {
  house = await ReportingHouse.open();
  ({ reporter, approver } = await house.staffOf(UNIT));
  ({ reporter: colleague } = await house.staffOf(UNIT));
  workItemId = (await itemOf(house.inspector, '07-05')).id;
});

afterEach(async () => {
  await house.view.rows(`delete from progress_report_draft where 'wi_' || work_item_id = $1`, [workItemId]);
});

afterAll(() => house.close());

const draft = (given: object = {}) => ({ workItemId, period: '2023-Q4', ...given });
const save = async (given: object = {}, client = reporter) =>
  (await mutated<{ progressReportDraft: Draft }>(client, 'saveProgressReportDraft', draft(given), DRAFT))
    .progressReportDraft;

async function listed(client: ApiClient): Promise<readonly object[]> {
  const { data } = await client.ask<{ progressReportDrafts: { nodes: object[] } }>(
    '{ progressReportDrafts(where: { workItem: { code: { eq: "07-05" } } }) { nodes { period summary percentComplete version } } }',
  );
  return data.progressReportDrafts.nodes;
}

describe('a draft', () => {
  test('is kept half-filled, as a whole each time, and the unit’s other reporters go on with it', async () => {
    const first = await save({ percentComplete: 12.345, summary: '  Đang soạn. ', claimedHealth: 'AT_RISK' });
    expect(first).toMatchObject({
      period: '2023-Q4',
      percentComplete: 12.35,
      summary: 'Đang soạn.',
      difficulties: null,
      claimedHealth: 'AT_RISK',
      healthReason: null,
      version: 1,
      unit: { code: UNIT },
      workItem: { code: '07-05' },
      cycle: { period: '2023-Q4' },
      milestones: [],
      isSample: true,
      viewerCan: { discard: true },
    });
    const second = await save({ difficulties: 'Thiếu kinh phí.', expectedVersion: 1 }, colleague);
    expect(second).toMatchObject({
      id: first.id,
      percentComplete: null,
      summary: null,
      difficulties: 'Thiếu kinh phí.',
      claimedHealth: null,
      version: 2,
    });
    expect(second.savedBy).not.toEqual(first.savedBy);
  });

  test('may say nothing at all, and a retry under its key saves nothing anew', async () => {
    const again = { idempotencyKey: 'nhap-1' };
    const first = await save(again);
    expect(first).toMatchObject({ version: 1, summary: null, percentComplete: null });
    expect(await save(again)).toEqual(first);
  });

  test('names milestones of its item', async () => {
    const rows = await house.view.rows<{ id: string; number: number }>(
      `select 'ms_' || m.id as id, m.number from milestone m where 'wi_' || m.work_item_id = $1 order by m.number limit 2`,
      [workItemId],
    );
    expect(await save({ milestoneIds: rows.map(({ id }) => id) })).toMatchObject({
      milestones: rows.map(({ number }) => ({ number })),
    });
  });
});

describe('whoever has not seen the draft as it stands', () => {
  test('is told who saved it and when, with the draft itself; what they wrote and what is kept both stay', async () => {
    await save({ summary: 'Bản của người thứ nhất.' });
    const kept = await save({ summary: 'Bản của người thứ hai.', expectedVersion: 1 }, colleague);
    const answer = await mutate<Saved>(
      reporter,
      'saveProgressReportDraft',
      draft({ summary: 'Soạn tiếp.', expectedVersion: 1 }),
      DRAFT,
    );
    expect(answer.userErrors).toEqual([
      {
        code: 'CONFLICT',
        path: ['input', 'expectedVersion'],
        message: expect.stringMatching(
          new RegExp(`“${kept.savedBy.displayName}” lưu lúc \\d\\d:\\d\\d ngày 14/11/2023 \\(phiên bản 2`),
        ) as string,
      },
    ]);
    expect(answer.progressReportDraft).toEqual(kept);
    await expectPoints(house.view, reporter, [
      'discardProgressReportDraft',
      { progressReportDraftId: kept.id, expectedVersion: 1 },
      ['CONFLICT input.expectedVersion'],
    ]);
  });

  test('begins none beside it, and learns that one is gone', async () => {
    const { id } = await save();
    const version = { expectedVersion: 0 };
    await expectPoints(house.view, colleague, [
      'saveProgressReportDraft',
      draft(version),
      ['CONFLICT input.expectedVersion'],
    ]);
    await mutated(colleague, 'discardProgressReportDraft', { progressReportDraftId: id });
    await expectPoints(house.view, reporter, [
      'saveProgressReportDraft',
      draft({ expectedVersion: 1 }),
      ['CONFLICT input.expectedVersion'],
      [/không còn nữa/, /there no more/],
    ]);
    expect(await save(version)).toMatchObject({ version: 1 });
  });
});

test('two reporters save at the same moment: one draft is begun, the others learn of it', async () => {
  const saved = await Promise.all(
    [reporter, colleague, reporter, colleague].map((client, index) =>
      mutate<Saved>(client, 'saveProgressReportDraft', draft({ summary: `${index}`, expectedVersion: 0 }), DRAFT),
    ),
  );
  const first = saved.filter(({ userErrors }) => userErrors.length === 0);
  expect(first.map(({ progressReportDraft }) => progressReportDraft!.version)).toEqual([1]);
  for (const { progressReportDraft } of saved) expect(progressReportDraft).toEqual(first[0]!.progressReportDraft);
  expect(await listed(reporter)).toHaveLength(1);
});

describe('a draft is read', () => {
  test('by reporters and approvers of the unit, now and in the past, and by nobody else', async () => {
    const { cursor, progressReportDraft } = await mutated<{ progressReportDraft: Draft }>(
      reporter,
      'saveProgressReportDraft',
      draft({ summary: 'Chưa nộp.' }),
      DRAFT,
    );
    const { id } = progressReportDraft;
    const { reporter: stranger } = await house.staffOf('so-yt');
    const seen = async (client: ApiClient) => {
      const { data } = await client.ask<Record<string, { nodes: object[] } & Record<string, unknown>>>(
        `query ($id: ID!, $cursor: Cursor!) { node(id: $id) { id }
          asOf(cursor: $cursor) { progressReportDrafts(where: { id: { eq: $id } }) { nodes { summary } } }
          workItem(code: "07-05") { progressReportDrafts { nodes { id } } }
          events(where: { cursor: { eq: $cursor } }) { nodes { type data } } }`,
        { id, cursor },
      );
      return data;
    };
    for (const client of [reporter, colleague, approver]) {
      expect(await seen(client)).toEqual({
        node: { id },
        asOf: { progressReportDrafts: { nodes: [{ summary: 'Chưa nộp.' }] } },
        workItem: { progressReportDrafts: { nodes: [{ id }] } },
        events: {
          nodes: [{ type: 'PROGRESS_REPORT_DRAFT_SAVED', data: { workItem: '07-05', period: '2023-Q4', version: 1 } }],
        },
      });
    }
    const roles = (['head', 'member', 'analyst', 'admin'] as const).map((name) => house.program.as(name));
    for (const client of [house.secretariat, house.inspector, stranger, ...(await Promise.all(roles))]) {
      expect(await seen(client)).toEqual({
        node: null,
        asOf: { progressReportDrafts: { nodes: [] } },
        workItem: { progressReportDrafts: { nodes: [] } },
        events: { nodes: [] },
      });
    }
    await expectPoints(house.view, approver, [
      'discardProgressReportDraft',
      { progressReportDraftId: id },
      ['FORBIDDEN input.progressReportDraftId'],
    ]);
    await expectPoints(house.view, stranger, [
      'discardProgressReportDraft',
      { progressReportDraftId: id },
      ['NOT_FOUND input.progressReportDraftId'],
    ]);
  });

  test('by the unit that led the item when it was saved: the next one begins its own, and each discards its own', async () => {
    const next = await house.staffOf('so-yt');
    const leadBy = (unit: string) =>
      house.view.rows(
        `update work_item set lead_unit_id = (select id from unit where code = $1) where 'wi_' || id = $2`,
        [unit, workItemId],
      );
    const old = await save({ summary: 'Của đơn vị cũ.' });
    await leadBy('so-yt');
    expect(await listed(next.reporter)).toEqual([]);
    expect(await save({ summary: 'Của đơn vị mới.', expectedVersion: 0 }, next.reporter)).toMatchObject({
      version: 1,
      unit: { code: 'so-yt' },
    });
    expect(await listed(reporter)).toMatchObject([{ summary: 'Của đơn vị cũ.' }]);
    await expectPoints(house.view, reporter, [
      'saveProgressReportDraft',
      draft({ expectedVersion: 1 }),
      ['FORBIDDEN input.workItemId'],
    ]);
    const { progressReport } = await done(next.reporter, SUBMIT, report());
    expect(await listed(next.reporter)).toEqual([]);
    expect(await listed(reporter)).toHaveLength(1);
    await mutated(reporter, 'discardProgressReportDraft', { progressReportDraftId: old.id, expectedVersion: 1 });
    expect(await listed(reporter)).toEqual([]);
    await house.view.rows(`delete from progress_report where 'rp_' || id = $1`, [progressReport.id]);
    await leadBy(UNIT);
  });
});

const report = () => ({
  workItemId,
  period: '2023-Q4',
  percentComplete: 60,
  summary: 'Đã làm.',
  decreaseReason: 'Đính chính.',
});

describe('submitting', () => {
  afterEach(() =>
    house.view.rows(`delete from progress_report where 'wi_' || work_item_id = $1 and period = '2023-Q4'`, [
      workItemId,
    ]),
  );

  test.each([
    ['a report', 'submitProgressReport', report],
    ['that nothing has changed', 'repeatProgressReport', () => ({ workItemId, period: '2023-Q4' })],
  ])('%s uses the draft up, and lists of drafts that are watched change', async (_, mutation, input) => {
    const other = await save({ period: '2023-Q3', summary: 'Của kỳ trước.' });
    await save({ summary: 'Của kỳ này.' });
    const watcher = new Subscriber(house.program.url, colleague.token);
    const { messages } = watcher.subscribe<{ live: { progressReportDrafts: { nodes: { id: string }[] } } }>(
      `subscription { live { progressReportDrafts { nodes { id } } } }`,
    );
    const isThere = async (count: number) =>
      (await messages.nextUntil(({ data }) => data.live.progressReportDrafts.nodes.length === count)).at(-1)!;
    await isThere(2);
    await mutated(reporter, mutation, input());
    expect((await isThere(1)).data.live.progressReportDrafts.nodes).toEqual([{ id: other.id }]);
    await save({ summary: 'Của lần sau.' });
    await isThere(2);
    await watcher.close();
  });

  test('that is refused leaves it', async () => {
    const kept = await save({ summary: 'Còn dở.' });
    const { userErrors } = await send(reporter, SUBMIT, { ...report(), percentComplete: 1, decreaseReason: '' });
    expect(userErrors).toMatchObject([{ code: 'DECREASE_REASON_REQUIRED' }]);
    expect(await save({ expectedVersion: 1 })).toMatchObject({ id: kept.id, version: 2 });
  });
});

describe('a draft is refused, with the way out', () => {
  const refused = (given: object, points: readonly string[], names?: readonly [RegExp, RegExp]) =>
    expectPoints(house.view, reporter, ['saveProgressReportDraft', draft(given), points, names]);

  test('for a cycle that is not open yet, that is locked, that is none', async () => {
    await refused({ period: '2024-Q1' }, ['CLOSED input.period'], [/từ ngày 01\/02\/2024/, /from 2024-02-01 on/]);
    await refused({ period: '2022-Q1' }, ['CLOSED input.period'], [/khóa từ sau/, /locked after/]);
    await refused({ period: '2031' }, ['NOT_FOUND input.period']);
  });

  test('of an item that was stopped, or whose plan is not in force', async () => {
    const set = (sql: string) => house.view.rows(`update work_item set ${sql} where 'wi_' || id = $1`, [workItemId]);
    await set(`is_in_force = false, stopped_on = '2023-10-01'`);
    await refused({}, ['CLOSED input.workItemId'], [/đã dừng/, /stopped/]);
    await set('stopped_on = null');
    await refused({}, ['CLOSED input.workItemId'], [/chưa ban hành/, /not issued/]);
    await set('is_in_force = true');
  });

  test('by whoever does not report for the unit, and the item says so', async () => {
    expect(await rightsOnItem(reporter)).toEqual({ saveReportDraft: true });
    expect(await rightsOnItem(approver)).toEqual({ saveReportDraft: false });
    for (const client of [
      approver,
      house.secretariat,
      (await makeAccount(house.program, house.view, { roles: [{ role: 'ANALYST' }] })).client,
    ]) {
      await expectPoints(house.view, client, ['saveProgressReportDraft', draft(), ['FORBIDDEN input.workItemId']]);
    }
  });

  test('with numbers that are far out, long texts, milestones of other items; all points at once', async () => {
    await refused({ percentComplete: 1e9, summary: 'x'.repeat(4_001), latenessReason: 'x'.repeat(1_001) }, [
      'INVALID input.percentComplete',
      'INVALID input.summary',
      'INVALID input.latenessReason',
    ]);
    await refused({ percentComplete: -0.01 }, ['INVALID input.percentComplete']);
    const { id } = await house.view.row<{ id: string }>(
      `select 'ms_' || m.id as id from milestone m join work_item w on w.id = m.work_item_id where w.code = '07-09' limit 1`,
    );
    await refused({ milestoneIds: [id] }, ['NOT_FOUND input.milestoneIds']);
  });
});

async function rightsOnItem(client: ApiClient): Promise<object> {
  const { data } = await client.ask<{ workItem: { viewerCan: object } }>(
    '{ workItem(code: "07-05") { viewerCan { saveReportDraft } } }',
  );
  return data.workItem.viewerCan;
}
