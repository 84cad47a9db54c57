import { PLAIN_TABLE } from '../../workloads/insert-report.mjs';
import { copyReports } from '../seed.mjs';
import { CYCLES, MILESTONES } from '../seed-places.mjs';

/** Programmes whose reports are followed, one for each set of variables. */
export const GROUPS = 30;
const ITEMS = 32;
/** The programme of the dashboards: items with a report in its cycle, and items for the reports that come in. */
const REPORTED_ITEMS = 1_200;
const OPEN_ITEMS = 2_000;
const PERIOD = '2023-Q4';

const PROGRAMMES = `
  insert into programme (code, number, title, title_en, short_name, short_name_en, period_from, period_to, term_id)
  select 'live-' || lpad(n::text, 2, '0'), 100 + n, 'Chương trình theo dõi ' || n, 'Followed programme ' || n, 'Theo dõi ' || n, 'Followed ' || n,
    2021, 2025, t.id
  from generate_series(1, ${GROUPS + 1}) n cross join (select id from term limit 1) t
  returning id, code`;

const APPENDICES = `
  with d as (
    insert into document (code, programme_id, kind, title, title_en)
    select 'bench-' || p.code, p.id, 'PLAN', 'Kế hoạch', 'Plan' from programme p where p.code like 'live-%' returning id, code
  ) insert into appendix (code, document_id, title, title_en, expected_count) select code, id, 'Danh mục', 'List', ${ITEMS} from d`;

const WORK_ITEMS = `
  insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on)
  select 'L' || substr(p.code, 6) || '-' || lpad(n::text, 4, '0'), n, 'TASK', 'Nền tảng dữ liệu dùng chung (' || n || ')',
    'Task ' || n, 'Nhiệm vụ ' || n, 'Task ' || n, p.id, a.id, $2, '2021-01-01', '2025-12-31'
  from programme p join appendix a on a.code = 'bench-' || p.code cross join generate_series(1, $3::integer) n
  where p.id = $1`;

/** Items $2.. of the dashboards' programme are led by all units in turn, and have one report each; the newest is marked as change 0. */
const REPORTED = `
  with units as (
    select u.id, row_number() over (order by u.code) - 1 as place, count(*) over () as total
    from unit u where exists (select from work_item i where i.lead_unit_id = u.id)
  ), led as (
    update work_item i set lead_unit_id = u.id from units u where i.programme_id = $1 and i.number > $2 and u.place = i.number % u.total
    returning i.id, i.code, i.number, u.id as unit_id
  )
  insert into progress_report (receipt_code, work_item_id, cycle_id, period, unit_id, state, percent_complete, summary, is_late, submitted_by_id,
    submitted_at, changed_at, version)
  select l.code || '-seeded', l.id, c.id, c.period, l.unit_id, 'SUBMITTED', 20 + l.number % 60 + 0.5,
    case when l.number = max(l.number) over () then '#0000000 ' else '' end || 'Triển khai theo kế hoạch.', false, $3,
    '2023-11-02T01:00:00Z'::timestamptz + make_interval(secs => l.number), '2023-11-02T01:00:00Z'::timestamptz + make_interval(secs => l.number), 1
  from led l join reporting_cycle c on c.programme_id = $1 and c.period = '${PERIOD}'`;

/**
 * Fills up what subscribers follow: 30 programmes with items and open periods, and one whose cycle the dashboards show. All open items are led by the reporter's
 * unit. Gives for each programme what its reports are made from; the last one is the dashboards'.
 */
export async function seedLive(database) {
  const [reporter] = await database.query(`select id, unit_id from account where email = 'reporter@demo.test'`);
  const programmes = (await database.query(PROGRAMMES)).sort((one, other) => (one.code < other.code ? -1 : 1));
  await database.query(APPENDICES);
  const followed = [];
  for (const { id, code } of programmes) {
    const isDashboard = followed.length === GROUPS;
    const count = isDashboard ? OPEN_ITEMS + REPORTED_ITEMS : ITEMS;
    await database.query(WORK_ITEMS, [id, reporter.unit_id, count]);
    await database.query(MILESTONES, [id]);
    const cycles = await database.query(CYCLES, [id]);
    if (isDashboard) await database.query(REPORTED, [id, OPEN_ITEMS, reporter.id]);
    const open = await database.query(
      'select id from work_item where programme_id = $1 and number <= $2 order by number',
      [id, OPEN_ITEMS],
    );
    followed.push({
      programme: code,
      unitId: reporter.unit_id,
      reporterId: reporter.id,
      items: open.map((item) => item.id),
      // all reports that a dashboard shows are of one cycle
      cycles: isDashboard ? cycles.filter(({ period }) => period === PERIOD) : cycles,
    });
  }
  await copyReports(database, PLAIN_TABLE, `receipt_code like 'L%-seeded'`);
  return followed;
}
