/**
 * Reports with the serial numbers :FROM..:TO, the same for every item (code order): from the first quarter of 2021 to the open fourth of 2023, about
 * 60 % accepted, 25 % returned, 15 % withdrawn. Of a quarter's accepted reports on an item the last one counts, if none did before; the others were
 * superseded by it. Reports of a quarter were received in its second and third month and in the month after, never on the first or the last days of a
 * month, so that "by month" means the same in every zone.
 */
export const SEED_REPORTS = `
  with items as (
    select i.id, i.code, i.programme_id, i.lead_unit_id, row_number() over (order by i.code) - 1 as place, count(*) over () as total,
      coalesce(
        (select a.id from account a where a.email = 'reporter.' || u.code || '@sample.test'),
        (select a.id from account a where a.email = 'reporter@demo.test')
      ) as reporter_id
    from work_item i join unit u on u.id = i.lead_unit_id where i.code ~ '^[0-9]{2}-[0-9]{2}$'
  ), numbered as (
    select n, i.*, (n - :FROM) / i.total as serial, (:TO - :FROM + i.total - 1) / i.total as serials
    from generate_series(:FROM::bigint, :TO::bigint - 1) n join items i on i.place = n % i.total
  ), placed as (
    -- eleven quarters of three months and a fourth of one month's half: shares of 12 to 1
    select *, least(serial * 133 / serials, 132) / 12 as quarter from numbered
  ), ranked as (
    select *, row_number() over quarter_of_item as rank, count(*) over (partition by id, quarter) as ranks
    from placed window quarter_of_item as (partition by id, quarter order by serial)
  ), timed as (
    select *, to_char('2021-01-01'::date + make_interval(months => quarter::integer * 3), 'YYYY-"Q"Q') as period,
      case when quarter < 11 then (rank - 1) * 78 / ranks else (rank - 1) * 10 / ranks end as slot
    from ranked
  ), dated as (
    select *, '2021-02-02T01:00:00Z'::timestamptz + make_interval(months => quarter::integer * 3 + (slot / 26)::integer, days => (slot % 26)::integer,
      secs => floor(bench.chance(n, 5) * 32400000) / 1000) as submitted_at
    from timed
  ), judged as (
    select d.*, c.id as cycle_id, d.rank = d.ranks and not exists (
        select from progress_report r where r.work_item_id = d.id and r.cycle_id = c.id and r.state = 'ACCEPTED' and r.superseded_at is null
      ) as counts,
      case when d.rank = d.ranks or bench.chance(n, 6) < 0.6 then 'ACCEPTED' when bench.chance(n, 6) < 0.85 then 'RETURNED' else 'WITHDRAWN' end as state
    from dated d join reporting_cycle c on c.programme_id = d.programme_id and c.period = d.period
  )
  insert into progress_report (receipt_code, work_item_id, cycle_id, period, unit_id, state, percent_complete, summary, difficulties, is_late,
    submitted_by_id, submitted_at, unit_approved_at, accepted_by_id, accepted_at, review_note, superseded_at, changed_at, version)
  select j.code || '-' || replace(j.period, '-', '') || '-' || upper(lpad(to_hex(n), 6, '0')), j.id, j.cycle_id, j.period, j.lead_unit_id, j.state,
    round((least(99, quarter * 8 + bench.chance(n, 7) * 12))::numeric, 2),
    (array['Đã lấy ý kiến về dự thảo.', 'Triển khai theo kế hoạch.', 'Nghiệm thu giai đoạn 1.', 'Đang tổng hợp khảo sát.'])[1 + n % 4],
    case when bench.chance(n, 8) < 0.2 then 'Thiếu nhân lực chuyên trách.' end, bench.chance(n, 9) < 0.1,
    j.reporter_id, submitted_at, case when state = 'ACCEPTED' then submitted_at + interval '20 minutes' end,
    case when state = 'ACCEPTED' then (select a.id from account a where a.email = 'secretariat@demo.test') end,
    case when state = 'ACCEPTED' then submitted_at + interval '40 minutes' end,
    case when state = 'RETURNED' then 'Đề nghị bổ sung số liệu.' end,
    case when state = 'ACCEPTED' and not counts then submitted_at + interval '1 day' end, submitted_at + interval '40 minutes', 3
  from judged j order by submitted_at`;
