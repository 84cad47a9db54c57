import { ReportingHouse } from './reporting-house';

let house: ReportingHouse;

beforeAll(async () => {
  house = await ReportingHouse.open();
});

afterAll(() => house.close());

interface Status {
  readonly period: string;
  readonly health: string;
  readonly percentComplete: number | null;
  readonly reason: string | null;
}

async function history(code: string, last = 8, client = house.secretariat): Promise<Status[]> {
  const { data } = await client.ask<{ workItem: { statusHistory: Status[] } }>(
    `query ($code: String!, $last: Int!) { workItem(code: $code) { statusHistory(last: $last) { period health percentComplete reason } } }`,
    { code, last },
  );
  return data.workItem.statusHistory;
}

test('the newest periods come, the oldest of them first; what waits for review is not told of', async () => {
  const all = await history('07-01');
  expect(all.map(({ period }) => period).toSorted()).toEqual(all.map(({ period }) => period));
  expect(all.map(({ period }) => period)).not.toContain('2023-Q4');
  expect(await history('07-01', 2)).toEqual(all.slice(-2));
  expect(await history('07-01', 0)).toEqual([]);
  expect(await history('07-01', 8, await house.program.as('member'))).toEqual(all);
});

test('the reason is the one that was accepted: another view of health before difficulties, before a fall, before lateness', async () => {
  const set = (columns: string) =>
    house.view.rows(
      `update progress_report set ${columns} where state = 'ACCEPTED' and superseded_at is null and period = '2023-Q3'
         and work_item_id = (select id from work_item where code = '07-10')`,
    );
  const reason = async (last: number) => (await history('07-10', last)).at(-1)!.reason;
  // another number each time: what was written past the commands is in no cache
  await set(`lateness_reason = 'chậm', decrease_reason = null, difficulties = null, health_reason = null`);
  expect(await reason(1)).toBe('chậm');
  await set(`decrease_reason = 'giảm'`);
  expect(await reason(2)).toBe('giảm');
  await set(`difficulties = 'khó'`);
  expect(await reason(3)).toBe('khó');
  await set(`health_reason = 'khác'`);
  expect(await reason(4)).toBe('khác');
});

test('a period without an accepted report goes by the one before, and says so; a milestone counts from the period whose report reached it', async () => {
  const { id } = await house.view.row<{ id: string }>(`select id from work_item where code = '07-10'`);
  await house.view.rows(
    `update progress_report set state = 'RETURNED' where work_item_id = $1 and period = '2023-Q2' and state = 'ACCEPTED'`,
    [id],
  );
  const silent = (await history('07-10', 12)).find(({ period }) => period === '2023-Q2')!;
  expect(silent).toMatchObject({ percentComplete: null, reason: null });
  await house.view.rows(
    `insert into milestone (work_item_id, number, title, title_en, due_on, planned_percent, reached_on)
     select id, 90, 'made', 'made', '2022-05-31', 1, '2022-11-15' from work_item where id = $1`,
    [id],
  );
  const health = async (of: string, last = 13) =>
    (await history('07-10', last)).find(({ period }) => period === of)!.health;
  expect([await health('2022-Q2'), await health('2022-Q3')]).toEqual(['AT_RISK', 'AT_RISK']);
  expect(await health('2022-Q4')).toBe('ON_TRACK');
});
