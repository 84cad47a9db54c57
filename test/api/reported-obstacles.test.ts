import type { ApiClient } from '../support/api-client';
import { mutated } from '../support/payload';
import { expectPoints } from '../support/refused';
import { done, RETURN, SUBMIT, WITHDRAW } from '../support/report-operations';
import { Subscriber } from '../support/sockets/subscriber';
import { itemOf } from '../support/work-item';
import { ReportingHouse } from './reporting-house';

const OBSTACLES = [
  { text: '  Chưa có mặt bằng. ', proposal: 'Bàn giao trước 31/12.', decidedBy: 'PEOPLES_COMMITTEE' },
  { text: 'Thiếu kinh phí.' },
];

let house: ReportingHouse;
let reporter: ApiClient;
let approver: ApiClient;
let workItemId: string;

beforeAll(async () => {
  house = await ReportingHouse.open();
  ({ reporter, approver } = await house.staffOf('so-yt'));
  workItemId = (await itemOf(house.inspector, '07-09')).id;
});

afterAll(() => house.close());

afterEach(async () => {
  await house.view.rows(`delete from obstacle where 'wi_' || work_item_id = $1`, [workItemId]);
  await house.view.rows(`delete from progress_report where 'wi_' || work_item_id = $1 and period = '2023-Q4'`, [
    workItemId,
  ]);
});

const report = (given: object = {}) => ({
  workItemId,
  period: '2023-Q4',
  percentComplete: 80,
  summary: 'Đã làm.',
  ...given,
});

const ROWS = `nodes { text proposal decidedBy state raisedOn unit { code } raisedBy { id } }`;

async function raised(client = house.inspector): Promise<readonly Record<string, unknown>[]> {
  const { data } = await client.ask<{ obstacles: { nodes: Record<string, unknown>[] } }>(
    `{ obstacles(where: { workItem: { code: { eq: "07-09" } } }, orderBy: [{ text: ASC }]) { ${ROWS} } }`,
  );
  return data.obstacles.nodes;
}

test('obstacles come with the report, in one write, each told by an event of its own; whoever watches them sees them', async () => {
  const watcher = new Subscriber(house.program.url, house.inspector.token);
  const { messages } = watcher.subscribe<{ live: { workItem: { obstacles: { totalCount: number } } } }>(
    'subscription { live { workItem(code: "07-09") { obstacles { totalCount } } } }',
  );
  const shown = (count: number) => messages.nextUntil(({ data }) => data.live.workItem.obstacles.totalCount === count);
  await shown(0);
  const input = report({ obstacles: OBSTACLES, idempotencyKey: 'kem-vuong-mac' });
  const first = await done(reporter, SUBMIT, input);
  await shown(2);
  expect(await raised()).toEqual([
    {
      text: 'Chưa có mặt bằng.',
      proposal: 'Bàn giao trước 31/12.',
      decidedBy: 'PEOPLES_COMMITTEE',
      state: 'OPEN',
      raisedOn: '2023-11-14',
      unit: { code: 'so-yt' },
      raisedBy: { id: expect.any(String) as string },
    },
    expect.objectContaining({ text: 'Thiếu kinh phí.', proposal: null, decidedBy: null }),
  ]);
  const [, position] = first.cursor.split('.').map(Number);
  const events = await house.view.rows<{ type: string; tags: string[]; audience: string; data: { text?: string } }>(
    `select e.type, e.tags, e.audience, e.data from event_log e join event_log own on own.position = $1 and own.txid = e.txid order by e.position`,
    [position],
  );
  expect(events.map(({ type }) => type)).toEqual(['PROGRESS_REPORT_SUBMITTED', 'OBSTACLE_RAISED', 'OBSTACLE_RAISED']);
  expect(events.map(({ tags }) => tags.includes('obstacle'))).toEqual([false, true, true]);
  expect(events.slice(1)).toMatchObject([
    { audience: 'OFFICIALS', data: { workItem: '07-09', target: null, text: 'Chưa có mặt bằng.' } },
    { audience: 'OFFICIALS', data: { text: 'Thiếu kinh phí.' } },
  ]);
  expect(await done(reporter, SUBMIT, input)).toEqual(first);
  expect(await raised()).toHaveLength(2);
  await watcher.close();
});

test('they are facts of their own: a report that is taken back or returned leaves them, and they are dealt with as others are', async () => {
  const first = await done(reporter, SUBMIT, report({ obstacles: OBSTACLES }));
  await done(reporter, WITHDRAW, { progressReportId: first.progressReport.id });
  expect(await raised()).toHaveLength(2);
  const second = await done(reporter, SUBMIT, report({ obstacles: [] }));
  await done(approver, RETURN, { progressReportId: second.progressReport.id, reason: 'Thiếu minh chứng.' });
  const { id } = await house.view.row<{ id: string }>(
    `select 'oc_' || id as id from obstacle where 'wi_' || work_item_id = $1 and text = 'Thiếu kinh phí.'`,
    [workItemId],
  );
  await mutated(house.secretariat, 'takeUpObstacle', { obstacleId: id });
  expect((await raised(await house.program.as('member'))).map(({ state }) => state)).toEqual(['OPEN', 'IN_HAND']);
});

test('one that is refused is named by its place, with all else that is wrong; neither report nor obstacles are written', async () => {
  const refused = (given: object, points: readonly string[]) =>
    expectPoints(house.view, reporter, ['submitProgressReport', report(given), points]);
  await refused({ obstacles: [{ text: ' ' }, { text: 'x'.repeat(2_001), proposal: 'x'.repeat(2_001) }] }, [
    'INVALID input.obstacles.0.text',
    'INVALID input.obstacles.1.text',
    'INVALID input.obstacles.1.proposal',
  ]);
  await refused({ obstacles: Array.from({ length: 11 }, () => ({ text: 'x' })) }, ['INVALID input.obstacles']);
  await refused({ percentComplete: 1, obstacles: OBSTACLES }, ['DECREASE_REASON_REQUIRED input.decreaseReason']);
  expect(await raised()).toEqual([]);
});
