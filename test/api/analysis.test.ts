import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';

const FOLDER = join(__dirname, '../../schema/operations/analysis');
const files = readdirSync(FOLDER).sort();

/**
 * The rules of the product once more, in plain SQL over the tables: lines cut into segments, what an item is today, what analysts see of reports
 * (accepted ones alone). Vietnamese words of labels stand here too.
 */
const RULES = `
  create function pg_temp.today() returns date return date '2023-11-14';
  create function pg_temp.moment(at timestamptz) returns text return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  create temp table word (code text primary key, label text, rank serial);
  insert into word (code, label) values
    ('COMPLETED_ON_TIME', 'Hoàn thành đúng hạn'), ('COMPLETED_LATE', 'Hoàn thành quá hạn'),
    ('OPEN_WITHIN_DEADLINE', 'Đang thực hiện trong hạn'), ('OPEN_OVERDUE', 'Đang thực hiện quá hạn'),
    ('OVERDUE', 'Quá hạn'), ('AT_RISK', 'Có nguy cơ: chậm từ 10 điểm so với kế hoạch, hoặc lỡ một mốc'), ('ON_TRACK', 'Đúng tiến độ'),
    ('COMPLETED', 'Hoàn thành'), ('NOT_DUE', 'Chưa đến kỳ'), ('DEPARTMENT', 'Sở, ban, ngành'), ('DISTRICT',
      'Quận, huyện, thị xã (đến giữa năm 2025)'),
    ('REGULATION', 'Quy chế hoạt động'), ('ASSIGNMENT', 'Phân công nhiệm vụ'), ('INSPECTION_PLAN', 'Kế hoạch kiểm tra'), ('REPORT',
      'Báo cáo'),
    ('HIGH', 'Cao: trang chính thức, cổng pháp luật, báo Đảng và Nhà nước'),
    ('MEDIUM', 'Trung bình: báo khác hoặc trang tổng hợp có ghi nguồn'), ('SCHEME', 'Đề án'), ('PROJECT', 'Dự án'),
    ('PROGRAMME', 'Chương trình'), ('PLAN', 'Kế hoạch'), ('TASK', 'Nhiệm vụ');
  create function pg_temp.rank(word text) returns integer language sql as 'select rank from word where code = $1';
  create function pg_temp.key(value text) returns json language sql as
    $$ select json_build_object('value', $1, 'label', coalesce((select label from word where code = $1), '(trống)')) $$;
  create function pg_temp.key(value text, label text) returns json return json_build_object('value', value, 'label', label);

  create temp view segment as
    select owner, x as x1, y as y1, lead(x) over line as x2, lead(y) over line as y2
    from (select owner, x, max(y) as y from (
        select id as owner, starts_on as x, 0::numeric as y from work_item
        union all select id, due_on, 100 from work_item
        union all select work_item_id, due_on, planned_percent from milestone
        union all select target_id, ends_on, expected from trajectory_point) point group by owner, x) line
    window line as (partition by owner order by x);
  create function pg_temp.expected(owner uuid, on_date date) returns numeric language sql as $$
    select y1 + coalesce((y2 - y1) * ($2 - x1) / (x2 - x1), 0) from segment s where s.owner = $1 and x1 <= $2
      and (x2 > $2 or x2 is null) $$;

  create temp view item as
    select w.*, p.code as programme, u.code as unit, u.name as unit_name, u.short_name as unit_short, u.kind as unit_kind, planned, missed,
      case when completed_on is null then case when due_on >= pg_temp.today() then 'OPEN_WITHIN_DEADLINE' else 'OPEN_OVERDUE' end
        when completed_on > due_on then 'COMPLETED_LATE' else 'COMPLETED_ON_TIME' end as class,
      case when completed_on is not null then 'COMPLETED' when due_on < pg_temp.today() then 'OVERDUE'
        when starts_on > pg_temp.today() then 'NOT_DUE'
        when planned - percent_complete >= 10 or missed > 0 then 'AT_RISK' else 'ON_TRACK' end as health,
      greatest(0, coalesce(completed_on, pg_temp.today()) - due_on) as days_late,
      (select x1 + coalesce(floor((x2 - x1) * (percent_complete - y1) / (y2 - y1))::integer, 0) from segment
        where owner = w.id and percent_complete > 0 and y1 <= percent_complete and (y2 > percent_complete or y2 is null)) as earned_on,
      received, (received at time zone 'Asia/Ho_Chi_Minh')::date as received_on,
      completed_on is null and exists (select from reporting_cycle due
        where due.programme_id = w.programme_id and due.due_on between w.starts_on and pg_temp.today() - 1
          and (covered is null or due.ends_on > covered)) as silent
    from work_item w join programme p on p.id = w.programme_id join unit u on u.id = w.lead_unit_id
      cross join lateral (select coalesce(pg_temp.expected(w.id, pg_temp.today()), 0) as planned) plan
      cross join lateral (select count(*) as missed from milestone m
        where m.work_item_id = w.id and m.due_on < pg_temp.today() and reached_on is null) steps
      cross join lateral (select max(submitted_at) as received, max(c.ends_on) as covered
        from progress_report r join reporting_cycle c on c.id = r.cycle_id where r.work_item_id = w.id) reports
    where p.code = '07-CTr/TU';

  create temp view report as
    select r.*, c.ends_on, u.code as unit, u.short_name as unit_short, i.code as item, i.short_name as item_short, i.health
    from progress_report r join item i on i.id = r.work_item_id join reporting_cycle c on c.id = r.cycle_id join unit u on u.id = r.unit_id
    where r.state = 'ACCEPTED' and r.superseded_at is null;
`;

/** How the items stand, in the shape of the fragment of health-then-and-now. */
const STANDING = `select json_build_object(
  'byHealth', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(health)), 'count', n, 'percentComplete',
    json_build_object('avg', percent))
      order by pg_temp.rank(health)) from (select health, count(*) n, round(avg(percent_complete), 6) percent from item group by health) g),
  'nodes', (select json_agg(json_build_object('code', code, 'shortName', short_name, 'health', health, 'percentComplete', percent_complete)
      order by code collate "C") from item)) as standing`;

/** What each file must answer: one statement that gives the whole answer, without the program. */
const CHECKS: Readonly<Record<string, string>> = {
  'documents-and-appendices.graphql': `
    with paper as (select d.* from document d join programme p on p.id = d.programme_id where p.code = '07-CTr/TU')
    select json_build_object(
      'documents', json_build_object(
        'totalCount', (select count(*) from paper),
        'byKindAndReliability', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(kind), pg_temp.key(reliability)),
          'count', n)
          order by array_position('{REGULATION,ASSIGNMENT,PLAN,INSPECTION_PLAN,SCHEME,PROGRAMME,REPORT}', kind), pg_temp.rank(reliability))
          from (select kind, source_reliability as reliability, count(*) n from paper group by 1, 2) g),
        'nodes', (select json_agg(json_build_object('code', code, 'number', number, 'kind', kind, 'title', title, 'issuedOn', issued_on,
          'source', json_build_object('reliability', source_reliability)) order by code collate "C") from paper)),
      'appendices', json_build_object('nodes', (select json_agg(json_build_object('code', a.code, 'title', a.title, 'expectedCount',
        expected_count,
          'actualCount', (select count(*) from work_item where appendix_id = a.id), 'document', json_build_object('code', paper.code),
          'workItems', json_build_object('byKind', (select coalesce(json_agg(json_build_object('keys',
            json_build_array(pg_temp.key(kind)), 'count', n)
            order by pg_temp.rank(kind)), '[]') from (select kind, count(*) n from work_item where appendix_id = a.id group by kind) g)))
          order by a.code collate "C") from appendix a join paper on paper.id = a.document_id)),
      'doubtful', json_build_object('totalCount', (select count(*) from paper where source_reliability is distinct from 'HIGH')),
      'undated', json_build_object('totalCount', (select count(*) from paper where issued_on is null))) as data`,

  'health-then-and-now.graphql': `select json_build_object('past', json_build_object('workItems', (select standing from earlier)),
    'present', (${STANDING})) as data`,

  'items-behind-plan.graphql': `
    with behind as (select * from item where health in ('OVERDUE', 'AT_RISK'))
    select json_build_object('workItems', json_build_object(
      'totalCount', (select count(*) from behind),
      'nodes', (select json_agg(json_build_object('code', code, 'shortName', short_name, 'leadUnit', json_build_object('shortName',
        unit_short), 'dueOn', due_on,
        'health', health, 'claimedHealth', claimed_health, 'percentComplete', percent_complete, 'plannedPercent', round(planned, 1),
          'earnedOn', earned_on,
        'daysLate', days_late) order by earned_on nulls last, planned desc) from behind),
      'aggregates', (select json_build_object('percentComplete', json_build_object('avg', round(avg(percent_complete), 6)),
        'plannedPercent', json_build_object('avg', round(avg(round(planned, 1)), 6)), 'earnedOn', json_build_object('min',
          min(earned_on))) from behind),
      'byUnit', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit, unit_short)), 'count', n, 'percentComplete',
        json_build_object('avg', percent), 'plannedPercent', json_build_object('avg', plan)) order by percent, unit collate "C")
        from (select unit, unit_short, count(*) n, round(avg(percent_complete), 6) percent, round(avg(round(planned, 1)), 6) plan
          from behind group by 1, 2) g)
    )) as data`,

  'items-by-class-and-health.graphql': `
    select json_build_object('programme', json_build_object('code', '07-CTr/TU', 'shortName', (select short_name from programme
      where code = '07-CTr/TU'),
      'workItems', json_build_object(
        'totalCount', (select count(*) from item),
        'aggregates', (select json_build_object('percentComplete', json_build_object('avg', round(avg(percent_complete), 6)),
          'plannedPercent', json_build_object('avg', round(avg(round(planned, 1)), 6))) from item),
        'byClassAndHealth', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(class), pg_temp.key(health)), 'count',
          n,
          'percentComplete', json_build_object('avg', percent), 'plannedPercent', json_build_object('avg', plan))
            order by pg_temp.rank(class), pg_temp.rank(health))
          from (select class, health, count(*) n, round(avg(percent_complete), 6) percent, round(avg(round(planned, 1)), 6) plan
            from item group by 1, 2) g),
        'byClaimAndHealth', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(claimed_health), pg_temp.key(health)),
          'count', n)
          order by n desc, pg_temp.rank(claimed_health), pg_temp.rank(health))
          from (select claimed_health, health, count(*) n from item group by 1, 2) g)))) as data`,

  'items-without-person.graphql': `
    select json_build_object(
      'withoutPerson', json_build_object(
        'totalCount', (select count(*) from item where completed_on is null and responsible_person_id is null),
        'nodes', (select json_agg(json_build_object('code', code, 'shortName', short_name, 'kind', kind, 'dueOn', due_on, 'health', health,
          'leadUnit', json_build_object('name', unit_name),
          'units', (select json_agg(json_build_object('role', role, 'unit', json_build_object('shortName', u.short_name)) order by rank)
            from unit_role ur join unit u on u.id = ur.unit_id where ur.work_item_id = item.id),
          'freshness', json_build_object('ageDays', pg_temp.today() - received_on, 'isStale', silent))
            order by unit_name collate "vi-x-icu", due_on)
          from item where completed_on is null and responsible_person_id is null)),
      'open', json_build_object('totalCount', (select count(*) from item where completed_on is null))) as data`,

  'missed-milestones.graphql': `
    with step as (select m.* from milestone m join item i on i.id = m.work_item_id)
    select json_build_object(
      'missed', json_build_object(
        'totalCount', (select count(*) from item where missed > 0),
        'byKindOfUnit', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit_kind), pg_temp.key(health)), 'count',
          n)
          order by pg_temp.rank(unit_kind), pg_temp.rank(health)) from (select unit_kind, health, count(*) n from item where missed > 0
            group by 1, 2) g),
        'nodes', (select json_agg(json_build_object('code', code, 'shortName', short_name, 'health', health, 'leadUnit',
          json_build_object('shortName', unit_short),
          'milestones', (select json_agg(json_build_object('number', s.number, 'title', s.title, 'dueOn', s.due_on, 'plannedPercent',
            s.planned_percent,
            'reachedOn', reached_on) order by s.number) from step s where work_item_id = item.id))
          order by unit_short collate "vi-x-icu", code collate "C") from item where missed > 0)),
      'allReached', json_build_object('totalCount', (select count(*) from (select from step
        group by work_item_id having count(*) = count(reached_on)) s)),
      'noneMissed', json_build_object('totalCount', (select count(*) from item where missed = 0))) as data`,

  'overdue-by-lead-unit.graphql': `
    with late as (select * from item where class in ('OPEN_OVERDUE', 'COMPLETED_LATE'))
    select json_build_object('workItems', json_build_object(
      'aggregates', (select json_build_object('count', count(*), 'daysLate', json_build_object('max', max(days_late), 'avg',
        round(avg(days_late), 6)),
        'dueOn', json_build_object('min', min(due_on))) from late),
      'byUnitAndClass', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit, unit_short), pg_temp.key(class)),
        'count', n,
        'daysLate', json_build_object('max', most, 'sum', days), 'dueOn', json_build_object('min', first)) order by most desc,
          unit collate "C", pg_temp.rank(class))
        from (select unit, unit_short, class, count(*) n, max(days_late) most, sum(days_late) days, min(due_on) first from late
          group by 1, 2, 3) g),
      'nodes', (select json_agg(json_build_object('code', code, 'shortName', short_name, 'leadUnit', json_build_object('name', unit_name),
        'statutoryClass', class, 'dueOn', due_on, 'completedOn', completed_on, 'daysLate', days_late, 'percentComplete', percent_complete)
        order by unit_name collate "vi-x-icu", days_late desc) from late))) as data`,

  'progress-by-unit-and-month.graphql': `
    with told as (select *, to_char(submitted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month from report
      where (submitted_at at time zone 'Asia/Ho_Chi_Minh')::date between '2023-01-01' and '2023-12-31')
    select json_build_object('progressReports', json_build_object(
      'aggregates', (select json_build_object('count', count(*), 'percentComplete', json_build_object('avg', round(avg(percent_complete),
        6)),
        'submittedAt', json_build_object('min', pg_temp.moment(min(submitted_at)), 'max', pg_temp.moment(max(submitted_at)))) from told),
      'byUnitAndMonth', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit, unit_short),
          pg_temp.key(month, 'Tháng ' || right(month, 2) || '/' || left(month, 4))), 'count', n,
        'percentComplete', json_build_object('avg', percent, 'min', least, 'max', most)) order by unit collate "C", month)
        from (select unit, unit_short, month, count(*) n, round(avg(percent_complete), 6) percent, min(percent_complete) as least,
          max(percent_complete) most
          from told group by 1, 2, 3) g),
      'lagging', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit, unit_short)), 'count', n, 'percentComplete',
          json_build_object('avg', percent)) order by percent, unit collate "C")
        from (select unit, unit_short, count(*) n, round(avg(percent_complete), 6) percent from told group by 1, 2) g
          where n >= 2 and percent < 40))) as data`,

  'punctuality-by-unit-and-quarter.graphql': `
    with due as (select * from report where ends_on between '2022-07-01' and '2023-12-31')
    select json_build_object(
      'reports', json_build_object(
        'totalCount', (select count(*) from due),
        'byUnitAndQuarter', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit, unit_short),
            pg_temp.key(period, 'Quý ' || (array['I', 'II', 'III', 'IV'])[right(period, 1)::integer] || '/' || left(period, 4)),
            pg_temp.key(is_late::text, case when is_late then 'Có' else 'Không' end)), 'count', n) order by unit collate "C", period,
              is_late)
          from (select unit, unit_short, period, is_late, count(*) n from due group by 1, 2, 3, 4) g)),
      'late', json_build_object(
        'totalCount', (select count(*) from due where is_late),
        'oftenLate', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit, unit_short)), 'count', n)
          order by n desc, unit collate "C")
          from (select unit, unit_short, count(*) n from due where is_late group by 1, 2) g where n >= 2),
        'reasons', (select json_agg(json_build_object('keys', json_build_array(json_build_object('value', reason)), 'count', n)
          order by n desc, reason collate "C")
          from (select lateness_reason as reason, count(*) n from due where is_late group by 1) g))) as data`,

  'reports-mentioning-word.graphql': `
    with found as (select * from report where submitted_at >= '2021-12-31T17:00:00Z' and concat_ws(' ', difficulties,
      proposals) ~* 'kinh phí')
    select json_build_object('progressReports', json_build_object(
      'totalCount', (select count(*) from found),
      'nodes', (select json_agg(json_build_object('receiptCode', receipt_code, 'period', period, 'submittedAt',
        pg_temp.moment(submitted_at),
        'percentComplete', percent_complete, 'difficulties', difficulties, 'proposals', proposals, 'unit', json_build_object('shortName',
          unit_short),
        'workItem', json_build_object('code', item, 'shortName', item_short, 'health', health)) order by submitted_at desc)
        from (select * from found order by submitted_at desc limit 20) newest),
      'byUnit', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(unit, unit_short)), 'count', n) order by n desc,
        unit collate "C")
        from (select unit, unit_short, count(*) n from found group by 1, 2) g))) as data`,

  // every measured target of the demo has a measurement, is due in 2025 and stands below its value: the rest of the rule does not come in
  'targets-against-trajectory.graphql': `
    with aim as (select t.*, i.code as indicator, i.unit_of_measure, latest.period, latest.reading, latest.latest_sample,
      latest.reliability,
        case when comparator in ('RANK', 'QUALITATIVE') then assessed_health
          when latest.reading < 0.9 * pg_temp.expected(t.id, latest.ends_on) then 'AT_RISK' else 'ON_TRACK' end as health
      from target t join programme p on p.id = t.programme_id join indicator i on i.id = t.indicator_id left join lateral (
        select period, ends_on, m.value as reading, is_sample as latest_sample, source_reliability as reliability from measurement m
        where m.indicator_id = i.id and state = 'ACCEPTED' and recorded_at < pg_temp.today() order by ends_on desc,
          recorded_at desc limit 1) latest on true
      where p.code = '07-CTr/TU')
    select json_build_object(
      'programme', json_build_object('targets', json_build_object(
        'byHealth', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(health)), 'count', n)
          order by pg_temp.rank(health))
          from (select health, count(*) n from aim group by 1) g),
        'nodes', (select json_agg(json_build_object('number', number, 'shortName', short_name, 'comparator', comparator, 'value', value,
          'valueHigh', value_high,
          'dueOn', due_on, 'health', health, 'expectedValue', round(pg_temp.expected(id, pg_temp.today()), 2),
          'latestMeasurement', case when period is not null then json_build_object('period', period, 'value', reading, 'isSample',
            latest_sample,
            'source', json_build_object('reliability', reliability)) end,
          'trajectory', (select coalesce(json_agg(json_build_object('period', tp.period, 'expected', expected) order by ends_on), '[]')
            from trajectory_point tp where target_id = aim.id),
          'indicator', json_build_object('code', indicator, 'unitOfMeasure', unit_of_measure)) order by pg_temp.rank(health),
            number collate "C") from aim))),
      'measurements', json_build_object('contradictions', (select json_agg(json_build_object('keys', json_build_array(pg_temp.key(code,
        name),
          pg_temp.key(period, period)), 'count', n, 'value', json_build_object('min', least, 'max', most)) order by code collate "C",
            period collate "C")
        from (select i.code, i.name, m.period, count(*) n, min(m.value) as least, max(m.value) most
          from measurement m join indicator i on i.id = m.indicator_id
          where m.state = 'ACCEPTED' and m.ends_on <= '2023-12-31' group by 1, 2, 3 having count(*) >= 2) g)),
      'shared', json_build_object('nodes', (select json_agg(json_build_object('code', code, 'name', name, 'targets', targets)
        order by code collate "C")
        from (select i.code, i.name, json_agg(json_build_object('programme', json_build_object('code', p.code), 'number', t.number,
          'comparator', comparator,
            'value', t.value, 'valueHigh', value_high) order by p.id, t.number collate "C") as targets
          from indicator i join target t on t.indicator_id = i.id join programme p on p.id = t.programme_id
          group by i.id having bool_or(p.number = 7) and bool_or(p.number <> 7)) g))) as data`,

  'units-late-with-report.graphql': `
    with owed as (select * from item where starts_on <= '2023-09-20' and completed_on is null
      and id not in (select work_item_id from progress_report where period = '2023-Q3' and state = 'ACCEPTED'))
    select json_build_object(
      'cycle', json_build_object('nodes', (select json_agg(json_build_object('period', period, 'dueOn', due_on, 'closesOn', closes_on,
        'isOpen', pg_temp.today() between opens_on and closes_on)) from reporting_cycle where period = '2023-Q3')),
      'units', json_build_object(
        'totalCount', (select count(distinct unit) from owed),
        'nodes', (select json_agg(json_build_object('code', unit, 'shortName', unit_short, 'workItems', json_build_object('totalCount', n,
          'nodes', items))
          order by unit_short collate "vi-x-icu") from (select unit, unit_short, count(*) n, json_agg(json_build_object('code', code,
            'shortName', short_name,
            'responsiblePerson', (select json_build_object('displayName', display_name) from person where id = responsible_person_id),
            'freshness', json_build_object('reportedAt', pg_temp.moment(received), 'ageDays', pg_temp.today() - received_on, 'isStale',
              silent))
            order by received nulls last) items from owed group by 1, 2) g))) as data`,
};

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  await view.rows(RULES);
  await view.rows(`create temp table earlier as ${STANDING}`);
  // the past differs from the present, and a month has an accepted report that the demo does not bring
  await changeProgress(program, 100);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** Nothing, zero, or made of nothing else. */
function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isEmpty);
  return value === null || value === 0;
}

test('every file of the folder has its check, and every check its file', () => {
  expect(files).toEqual(Object.keys(CHECKS).sort());
});

describe.each(files)('%s', (file) => {
  test('answers an analyst with what the tables hold', async () => {
    const analyst = await program.as('analyst');
    const answer = await analyst.ask<Record<string, unknown>>(textOf(file));
    expect(answer.errors).toBeUndefined();
    const check = CHECKS[file];
    if (check === undefined) throw new Error(`${file} has no check.`);
    expect(answer.data).toEqual((await view.row<{ data: object }>(check)).data);
    for (const [field, shown] of Object.entries(answer.data)) expect([field, isEmpty(shown)]).toEqual([field, false]);
  });

  test('begins with its question in Vietnamese and in English, is named like its file and runs without variables', () => {
    const text = textOf(file);
    const [vietnamese, english] = text.split('\n');
    expect(vietnamese).toMatch(/^# [A-ZĐ].*[ạảấầẩậắằặẹẻẽếềểệịọỏốồổộớờởợụủứừửữựỳỵỷỹ].*\?$/);
    expect(english).toMatch(/^# [A-Z][\u0020-\u007e’]*\?$/);
    const operations = parse(text).definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    );
    const name = file
      .replace('.graphql', '')
      .replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
    expect(operations.map((operation) => [operation.operation, operation.name?.value])).toEqual([['query', name]]);
    const variables = operations[0]!.variableDefinitions ?? [];
    expect(variables.filter(({ defaultValue }) => defaultValue === undefined)).toEqual([]);
  });
});

test('health then and now: an item that was finished in between is on track then and completed now', async () => {
  const { data } = await (
    await program.as('analyst')
  ).ask<Record<'past' | 'present', unknown>>(textOf('health-then-and-now.graphql'));
  const standing = (health: string) => expect.objectContaining({ code: '07-01', health }) as unknown;
  expect(data.past).toMatchObject({ workItems: { nodes: expect.arrayContaining([standing('ON_TRACK')]) as unknown } });
  expect(data.present).toMatchObject({ nodes: expect.arrayContaining([standing('COMPLETED')]) as unknown });
});
