/** The units that lead an item of the demo, in a fixed order: they lead the seeded items too. */
const LEADS = `
  select u.id, u.code, row_number() over (order by u.code) - 1 as place, count(*) over () as total
  from unit u where exists (select from work_item i where i.lead_unit_id = u.id)`;

const DOCUMENTS = `
  insert into document (code, programme_id, kind, title, title_en)
  select 'bench-' || p.number, p.id, 'PLAN', 'Kế hoạch thực hiện ' || p.code, 'Plan of ' || p.code
  from programme p where not exists (select from work_item i where i.programme_id = p.id)`;

const APPENDICES = `
  insert into appendix (code, document_id, title, title_en, expected_count)
  select d.code, d.id, 'Danh mục nhiệm vụ', 'List of tasks', :ITEMS
  from document d where d.code like 'bench-%'`;

const WORK_ITEMS = `
  insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id,
    starts_on, due_on, percent_complete, last_reported_at, last_reported_period_ends_on)
  select lpad(p.number::text, 2, '0') || '-' || lpad(n::text, 2, '0'), n, (array['SCHEME', 'PROJECT', 'PLAN', 'TASK'])[1 + n % 4],
    (array['Xây dựng nền tảng dữ liệu dùng chung của thành phố', 'Hỗ trợ doanh nghiệp đổi mới công nghệ giai đoạn 2021-2025',
      'Nâng cao năng lực cung cấp dịch vụ công trực tuyến', 'Cải tạo hạ tầng kỹ thuật và giao thông khu vực nội đô'])[1 + n % 4]
      || ' (' || p.number || '.' || n || ')',
    'Task ' || n || ' of programme ' || p.number, 'Nhiệm vụ ' || p.number || '.' || n, 'Task ' || p.number || '.' || n,
    p.id, a.id, l.id, '2021-01-01', ('2023-06-30'::date + (bench.chance(p.number * 100 + n, 1) * 900)::integer),
    round((bench.chance(p.number * 100 + n, 2) * 100)::numeric, 2), '2023-10-20T03:00:00Z', '2023-09-30'
  from appendix a
  join document d on d.id = a.document_id and d.code like 'bench-%'
  join programme p on p.id = d.programme_id
  cross join generate_series(1, :ITEMS) n
  join (${LEADS}) l on l.place = (p.number * :ITEMS + n) % l.total`;

const LEAD_ROLES = `
  insert into unit_role (work_item_id, role, unit_id, rank)
  select i.id, 'LEAD', i.lead_unit_id, 1 from work_item i where not exists (select from unit_role r where r.work_item_id = i.id)`;

const MILESTONES = `
  insert into milestone (work_item_id, number, title, title_en, due_on, planned_percent)
  select i.id, n, 'Mốc ' || n, 'Milestone ' || n, i.starts_on + (i.due_on - i.starts_on) * n / 4, n * 25
  from work_item i cross join generate_series(1, 4) n where not exists (select from milestone m where m.work_item_id = i.id)`;

const CYCLES = `
  insert into reporting_cycle (programme_id, period, ends_on, opens_on, due_on, closes_on)
  select p.id, to_char(q, 'YYYY-"Q"Q'), (q + interval '3 months')::date - 1, (q + interval '1 month')::date, (q + interval '2 months')::date + 19,
    (q + interval '5 months')::date - 1
  from programme p cross join generate_series('2021-01-01'::timestamp, '2025-10-01', '3 months') q
  on conflict (programme_id, period) do nothing`;

const INDICATORS = `
  insert into indicator (code, name, name_en, unit_of_measure, unit_of_measure_en)
  select 'bench-' || p.number || '-' || n, 'Chỉ số ' || p.number || '.' || n, 'Indicator ' || p.number || '.' || n, '%', '%'
  from programme p cross join lateral generate_series((select count(*) + 1 from target t where t.programme_id = p.id), :TARGETS) n`;

const TARGETS = `
  insert into target (programme_id, number, name, name_en, short_name, short_name_en, comparator, value, wording, due_on, baseline, baseline_on, indicator_id)
  select p.id, 'B' || lpad(split_part(i.code, '-', 3), 2, '0'), 'Tỷ lệ hoàn thành theo ' || lower(i.name) || ' vào cuối giai đoạn', 'Share of ' || i.name_en,
    i.name, i.name_en, 'GTE', round((40 + bench.chance(hashtext(i.code), 3) * 50)::numeric, 1), 'Đạt tỷ lệ theo ' || lower(i.name), '2025-12-31', 20,
    '2020-12-31', i.id
  from indicator i join programme p on p.number = split_part(i.code, '-', 2)::integer where i.code like 'bench-%'`;

const TRAJECTORIES = `
  insert into trajectory_point (target_id, period, ends_on, expected)
  select t.id, c.period, c.ends_on, round((20 + (t.value - 20) * row_number() over (partition by t.id order by c.ends_on) / 20)::numeric, 1)
  from target t join indicator i on i.id = t.indicator_id and i.code like 'bench-%' join reporting_cycle c on c.programme_id = t.programme_id
  where c.period >= '2021'`;

const MEASUREMENTS = `
  insert into measurement (indicator_id, period, ends_on, value, state, recorded_at)
  select t.indicator_id, tp.period, tp.ends_on, round((tp.expected * (0.8 + 0.3 * bench.chance(hashtext(i.code || tp.period), 4)))::numeric, 1), 'ACCEPTED',
    tp.ends_on + interval '25 days'
  from trajectory_point tp join target t on t.id = tp.target_id join indicator i on i.id = t.indicator_id and i.code like 'bench-%'
  where tp.ends_on < '2023-11-01'`;

/** Everything that reports hang on, in the order in which it can be inserted. */
export const SEED_WORK = [
  DOCUMENTS,
  APPENDICES,
  WORK_ITEMS,
  LEAD_ROLES,
  MILESTONES,
  CYCLES,
  INDICATORS,
  TARGETS,
  TRAJECTORIES,
  MEASUREMENTS,
];
