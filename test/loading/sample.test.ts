import type { DataSource } from 'typeorm';
import { loadFacts, loadSample } from '../../src/loading/public';
import { dateOf } from '../../src/platform/lib/clock';
import type { DerivedSql } from '../../src/platform/reader/model/declarations';
import { targetHealthSql } from '../../src/targets/target.sql';
import { healthSql, plannedPercentSql, statutoryClassSql } from '../../src/work/items/work-item.sql';
import { openTestDatabase } from '../support/database';
import { makeDemoAccounts } from './demo-accounts';
import { rowsOf, snapshotOf } from './snapshot';

const NOW = new Date('2023-11-14T08:00:00+07:00');
const TODAY = dateOf(NOW);

let dataSource: DataSource;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ dataSource, close } = await openTestDatabase());
  await dataSource.transaction(async (manager) => {
    await loadFacts(manager);
    await makeDemoAccounts(manager);
    await loadSample(manager);
  });
});

afterAll(() => close());

function derived(sql: DerivedSql, row: string): string {
  return sql(row, { now: '$1::timestamptz', today: '$2::date', table: (name) => name });
}

/** Items as they stand on 14/11/2023; the first two parameters are the moment and the date. */
async function items<Row>(columns: string, rest = ''): Promise<Row[]> {
  const moment = '($1::timestamptz is not null and $2::date is not null)';
  return rowsOf<Row>(dataSource, `select ${columns} from work_item wi where ${moment} ${rest}`, [NOW, TODAY]);
}

async function count(from: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(dataSource, `select count(*)::integer as n from ${from}`);
  return row!.n;
}

test('loading the sample twice changes nothing', async () => {
  const before = await snapshotOf(dataSource);
  await dataSource.transaction(loadSample);
  expect(await snapshotOf(dataSource)).toEqual(before);
});

test('the plan’s list holds 32 rows, all marked sample, and the committee’s list of 29 none', async () => {
  const rows = await rowsOf(
    dataSource,
    `select a.code, count(wi.id)::integer as held, bool_and(wi.is_sample) as sample from appendix a
      left join work_item wi on wi.appendix_id = a.id group by a.code order by a.code`,
  );
  expect(rows).toEqual([
    { code: '07-PL29', held: 0, sample: null },
    { code: '07-PL32', held: 32, sample: true },
  ]);
  expect(await count(`work_item where code = '07-' || lpad(number::text, 2, '0')`)).toBe(32);
});

test('every row of what happened is marked sample', async () => {
  for (const table of ['milestone', 'unit_role', 'person', 'progress_report', 'reporting_cycle', 'trajectory_point']) {
    expect([table, await count(table)]).not.toEqual([table, 0]);
    expect([table, await count(`${table} where not is_sample`)]).toEqual([table, 0]);
  }
  expect(await count(`measurement where is_sample`)).toBeGreaterThan(10);
  expect(await count(`measurement where is_sample = (source_note = 'Dữ liệu mẫu / Sample data')`)).toBeGreaterThan(10);
});

test('health on 14/11/2023 shows all five states', async () => {
  const rows = await items(`${derived(healthSql, 'wi')} as health, count(*)::integer as n`, 'group by 1 order by 1');
  expect(rows).toEqual([
    { health: 'AT_RISK', n: 5 },
    { health: 'COMPLETED', n: 6 },
    { health: 'NOT_DUE', n: 3 },
    { health: 'ON_TRACK', n: 15 },
    { health: 'OVERDUE', n: 3 },
  ]);
});

test('of six completed items one was late; three are overdue by 12, 40 and 137 days', async () => {
  const classes = await items(
    `${derived(statutoryClassSql, 'wi')} as class, count(*)::integer as n`,
    'group by 1 order by 1',
  );
  expect(classes).toEqual([
    { class: 'COMPLETED_LATE', n: 1 },
    { class: 'COMPLETED_ON_TIME', n: 5 },
    { class: 'OPEN_OVERDUE', n: 3 },
    { class: 'OPEN_WITHIN_DEADLINE', n: 23 },
  ]);
  const days = await items(`$2::date - due_on as days`, 'and completed_on is null and due_on < $2::date order by 1');
  expect(days).toEqual([{ days: 12 }, { days: 40 }, { days: 137 }]);
});

test('some items are at risk by points behind the plan, others only by a missed milestone', async () => {
  const rows = await items(
    `${derived(plannedPercentSql, 'wi')} - percent_complete >= 10 as behind, count(*)::integer as n`,
    `and ${derived(healthSql, 'wi')} = 'AT_RISK' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { behind: false, n: 2 },
    { behind: true, n: 3 },
  ]);
});

test('07-01 is led by Sở Thông tin và Truyền thông, on track and below 100 %, its cycle open and on time', async () => {
  const [item] = await items<Record<string, unknown>>(
    `(select u.name from unit u where u.id = wi.lead_unit_id) as lead, percent_complete < 100 as open, starts_on < $2 as started,
      ${derived(healthSql, 'wi')} as health,
      (select array_agg(c.period || case when c.due_on >= $2 then ' on time' else ' late' end order by c.period)
        from reporting_cycle c where c.programme_id = wi.programme_id and c.opens_on <= $2 and c.closes_on >= $2) as cycles,
      (select array_agg(r.period order by r.period) from progress_report r
        where r.work_item_id = wi.id and r.state = 'ACCEPTED' and r.period >= '2023-Q3') as accepted,
      (select count(*)::integer from progress_report r where r.work_item_id = wi.id and r.period = '2023-Q4') as newest`,
    `and code = '07-01'`,
  );
  expect(item).toEqual({
    lead: 'Sở Thông tin và Truyền thông',
    open: true,
    started: true,
    health: 'ON_TRACK',
    cycles: ['2023-Q3 late', '2023-Q4 on time'],
    accepted: ['2023-Q3'],
    newest: 0,
  });
});

test('an item’s own columns agree with its reports', async () => {
  const rows = await rowsOf(
    dataSource,
    `select wi.code from work_item wi
      left join lateral (select r.* from progress_report r join reporting_cycle c on c.id = r.cycle_id
        where r.work_item_id = wi.id and r.state = 'ACCEPTED' and r.superseded_at is null
        order by c.ends_on desc limit 1) as latest on true
      left join lateral (select max(r.submitted_at) as at, max(c.ends_on) as ends_on from progress_report r
        join reporting_cycle c on c.id = r.cycle_id where r.work_item_id = wi.id) as received on true
      where wi.percent_complete <> coalesce(latest.percent_complete, 0)
        or wi.claimed_health is distinct from latest.claimed_health
        or wi.completed_on is distinct from (case when latest.percent_complete = 100
          then (latest.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date end)
        or wi.last_reported_at is distinct from received.at
        or wi.last_reported_period_ends_on is distinct from received.ends_on`,
  );
  expect(rows).toEqual([]);
});

test('a milestone was reached on the day of the accepted report that names it, and only then', async () => {
  const rows = await rowsOf(
    dataSource,
    `select ms.id from milestone ms
      left join progress_report r on ms.id = any(r.milestone_ids) and r.state = 'ACCEPTED'
      where ms.reached_on is distinct from (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date`,
  );
  expect(rows).toEqual([]);
  expect(await count('milestone where reached_on is not null')).toBeGreaterThan(20);
});

test('each item has two to five milestones, one lead that its roles repeat, and at most four other units', async () => {
  const rows = await rowsOf(
    dataSource,
    `select wi.code from work_item wi
      join lateral (select count(*) as n, max(due_on) as last, max(planned_percent) as top from milestone where work_item_id = wi.id) ms on true
      join lateral (select count(*) as n, count(*) filter (where role = 'LEAD' and unit_id = wi.lead_unit_id) as leads,
        count(*) filter (where role = 'LEAD') as all_leads from unit_role where work_item_id = wi.id) ur on true
      where ms.n not between 2 and 5 or ms.last <> wi.due_on or ms.top <> 100
        or ur.leads <> 1 or ur.all_leads <> 1 or ur.n > 5`,
  );
  expect(rows).toEqual([]);
  expect(await count('(select distinct role from unit_role) as roles')).toBe(4);
  expect(await count('(select distinct kind from work_item) as kinds')).toBe(5);
});

test('three items have no responsible person, four were inspected', async () => {
  expect(await count('work_item where responsible_person_id is null')).toBe(3);
  expect(await count('work_item where verified_health is not null')).toBe(4);
  const [row] = await items<{ rosier: number; contradicted: number }>(
    `count(*) filter (where claimed_health = 'ON_TRACK' and ${derived(healthSql, 'wi')} in ('AT_RISK', 'OVERDUE'))::integer as rosier,
      count(*) filter (where verified_health <> ${derived(healthSql, 'wi')})::integer as contradicted`,
  );
  expect(row!.rosier).toBeGreaterThanOrEqual(3);
  expect(row!.contradicted).toBe(1);
});

test('reports went the way of reports: stamps in order, none after 14/11/2023 08:00, within their cycles', async () => {
  const rows = await rowsOf(
    dataSource,
    `select r.receipt_code from progress_report r join reporting_cycle c on c.id = r.cycle_id and c.period = r.period
      where not (r.submitted_at <= r.changed_at and r.changed_at <= $1)
        or r.unit_approved_at < r.submitted_at or r.accepted_at < r.unit_approved_at or r.superseded_at < r.accepted_at
        or (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date not between c.opens_on and c.closes_on
        or (r.accepted_at at time zone 'Asia/Ho_Chi_Minh')::date > c.closes_on
        or r.is_late <> ((r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date > c.due_on)
        or r.is_late <> (r.lateness_reason is not null)
        or (r.state = 'ACCEPTED') <> (r.accepted_at is not null and r.accepted_by_id is not null)
        or (r.unit_approved_at is null) <> (r.unit_approved_by_id is null)
        or r.unit_approved_by_id = r.submitted_by_id`,
    [NOW],
  );
  expect(rows).toEqual([]);
});

test('reports of the newest quarter stand in every state of review, and a fall has its reason', async () => {
  const states = await rowsOf(
    dataSource,
    `select state, count(*)::integer as n from progress_report where state <> 'ACCEPTED' group by 1 order by 1`,
  );
  expect(states).toEqual([
    { state: 'RETURNED', n: 1 },
    { state: 'SUBMITTED', n: 2 },
    { state: 'UNIT_APPROVED', n: 2 },
    { state: 'WITHDRAWN', n: 1 },
  ]);
  expect(await count('progress_report where superseded_at is not null')).toBe(1);
  const falls = await rowsOf<{ reason: string | null }>(
    dataSource,
    `select decrease_reason as reason from (select decrease_reason, percent_complete,
        lag(percent_complete) over (partition by work_item_id order by c.ends_on) as before
      from progress_report r join reporting_cycle c on c.id = r.cycle_id where state = 'ACCEPTED' and superseded_at is null) as r where percent_complete < before`,
  );
  expect(falls).toEqual([{ reason: expect.any(String) }]);
});

test('reports differ in words: no item says the same twice, some were late, some quarters were silent', async () => {
  expect(
    await count('(select work_item_id, summary from progress_report group by 1, 2 having count(*) > 1) as repeated'),
  ).toBe(0);
  expect(await count(`progress_report where summary like '%{%'`)).toBe(0);
  expect(await count('progress_report')).toBeGreaterThan(150);
  expect(await count('progress_report where is_late')).toBeGreaterThan(8);
  const [row] = await items<{ silent: number }>(
    `count(*)::integer as silent`,
    `and completed_on is null and starts_on < '2023-07-01' and not exists (select from progress_report r
      where r.work_item_id = wi.id and r.period = '2023-Q3')`,
  );
  expect(row!.silent).toBe(3);
});

test('of the extraordinary cycle some reports came, one of them late with its reason, and some units stayed silent', async () => {
  const rows = await rowsOf(
    dataSource,
    `select wi.code, r.is_late as late, r.lateness_reason is not null as has_reason from work_item wi
      join reporting_cycle c on c.programme_id = wi.programme_id and c.is_extraordinary and wi.kind = any(c.applies_to_kinds)
      left join progress_report r on r.work_item_id = wi.id and r.cycle_id = c.id
      where wi.starts_on <= c.due_on order by 1`,
  );
  expect(rows).toEqual([
    { code: '07-06', late: false, has_reason: false },
    { code: '07-13', late: true, has_reason: true },
    { code: '07-17', late: false, has_reason: false },
    { code: '07-22', late: null, has_reason: false },
    { code: '07-28', late: null, has_reason: false },
  ]);
});

test('targets on 14/11/2023 are of varied health, and the real labour productivity of 2022 is the newest', async () => {
  const rows = await rowsOf<{ number: string; health: string }>(
    dataSource,
    `select ta.number, ${derived(targetHealthSql, 'ta')} as health from target ta
      join programme p on p.id = ta.programme_id where p.number = 7 order by ta.number`,
    [NOW, TODAY],
  );
  expect(Object.fromEntries(rows.map(({ number, health }) => [number, health]))).toEqual({
    '1': 'ON_TRACK',
    '2': 'ON_TRACK',
    '3': 'AT_RISK',
    '4': 'ON_TRACK',
    '5': 'ON_TRACK',
    '6': 'ON_TRACK',
    '7a': 'ON_TRACK',
    '7b': 'AT_RISK',
  });
  const measured = await rowsOf(
    dataSource,
    `select m.value::float8 as value, m.is_sample from measurement m join indicator i on i.id = m.indicator_id
      where i.code = 'nang-suat-lao-dong'`,
  );
  expect(measured).toEqual([{ value: 6.94, is_sample: false }]);
});

test('short names of items have at most 24 characters, and no two items share one', async () => {
  expect(await count(`work_item where char_length(short_name) > 24 or char_length(short_name_en) > 24`)).toBe(0);
  expect(await count('(select distinct short_name from work_item) as names')).toBe(32);
  expect(await count('(select distinct short_name_en from work_item) as names')).toBe(32);
});
