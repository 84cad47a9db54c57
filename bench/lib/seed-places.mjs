/** Items and open periods for submitted reports: one and a half million pairs, more than a run uses. */
const ITEMS = 8_000;
const FIRST_YEAR = 2015;
const LAST_YEAR = 2024;

const PROGRAMME = `
  insert into programme (code, number, title, title_en, short_name, short_name_en, period_from, period_to, term_id)
  select 'S-CTr', 99, 'Chương trình nhận báo cáo', 'A programme to report on', 'Nhận báo cáo', 'Reporting', 2021, 2025, t.id from term t limit 1
  returning id`;

const APPENDIX = `
  with d as (
    insert into document (code, programme_id, kind, title, title_en) values ('bench-submit', $1, 'PLAN', 'Kế hoạch', 'Plan') returning id, code
  ) insert into appendix (code, document_id, title, title_en, expected_count) select code, id, 'Danh mục', 'List', ${ITEMS} from d returning id`;

const WORK_ITEMS = `
  insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on)
  select 'S-' || lpad(n::text, 5, '0'), n, 'TASK', 'Nhiệm vụ ' || n, 'Task ' || n, 'Nhiệm vụ ' || n, 'Task ' || n, $1, $2, $3, '2021-01-01', '2025-12-31'
  from generate_series(1, ${ITEMS}) n
  returning id`;

/** Four milestones for each item of programme $1. */
export const MILESTONES = `
  insert into milestone (work_item_id, number, title, title_en, due_on, planned_percent)
  select i.id, n, 'Mốc ' || n, 'Milestone ' || n, '2021-12-31'::date + n * 300, n * 25 from work_item i cross join generate_series(1, 4) n
  where i.programme_id = $1`;

/** Cycles of programme $1: years, half-years, quarters and months, all open on the demo's first day (2023-11-14) and not late for the weeks after it. */
export const CYCLES = `
  insert into reporting_cycle (programme_id, period, ends_on, opens_on, due_on, closes_on)
  select $1, p.period, p.ends_on, '2023-11-01', '2024-01-31', '2024-02-29'
  from generate_series(${FIRST_YEAR}, ${LAST_YEAR}) y cross join lateral (
    select y::text as period, make_date(y, 12, 31) as ends_on
    union all select y || '-H' || h, make_date(y, h * 6, 30) from generate_series(1, 2) h
    union all select y || '-Q' || q, make_date(y, q * 3, 30) from generate_series(1, 4) q
    union all select y || '-' || lpad(m::text, 2, '0'), make_date(y, m, 28) from generate_series(1, 12) m
  ) p
  returning id, period`;

/** Makes items led by the demo's reporter's unit, with milestones, and periods that are all open; gives their ids. */
export async function seedPlaces(database) {
  const [reporter] = await database.query(`select id, unit_id from account where email = 'reporter@demo.test'`);
  const [programme] = await database.query(PROGRAMME);
  const [appendix] = await database.query(APPENDIX, [programme.id]);
  const items = await database.query(WORK_ITEMS, [programme.id, appendix.id, reporter.unit_id]);
  await database.query(MILESTONES, [programme.id]);
  const cycles = await database.query(CYCLES, [programme.id]);
  await database.query('vacuum (analyze)');
  return { items: items.map(({ id }) => id), cycles, unitId: reporter.unit_id, reporterId: reporter.id };
}
