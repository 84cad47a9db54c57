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
    ('OVERDUE', 'Quá hạn'), ('AT_RISK', 'Có nguy cơ'), ('ON_TRACK', 'Đúng tiến độ'),
    ('COMPLETED', 'Hoàn thành'), ('NOT_DUE', 'Chưa đến kỳ'), ('DEPARTMENT', 'Sở, ban, ngành'), ('DISTRICT',
      'Quận, huyện, thị xã (đến giữa năm 2025)'),
    ('REGULATION', 'Quy chế hoạt động'), ('ASSIGNMENT', 'Phân công nhiệm vụ'), ('INSPECTION_PLAN', 'Kế hoạch kiểm tra'), ('REPORT',
      'Báo cáo'),
    ('POLICY_PROPOSAL', 'Đề xuất cơ chế, chính sách'),
    ('HIGH', 'Cao'),
    ('MEDIUM', 'Trung bình'), ('SCHEME', 'Đề án'), ('PROJECT', 'Dự án'),
    ('PROGRAMME', 'Chương trình'), ('PLAN', 'Kế hoạch'), ('TASK', 'Nhiệm vụ');
  create function pg_temp.rank(word text) returns integer language sql as 'select rank from word where code = $1';
  create function pg_temp.key(value text) returns json language sql as
    $$ select json_build_object('value', $1, 'label', coalesce((select label from word where code = $1), '(trống)')) $$;
  create function pg_temp.key(value text, label text) returns json return json_build_object('value', value, 'label', label);
  create function pg_temp.keys(variadic keys json[]) returns json return to_json(keys);
  create function pg_temp.one(field text, value anyelement) returns json language sql as 'select json_build_object($1, $2)';

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
    select w.*, p.code as programme, u.code as unit, u.name as unit_name, u.short_name as unit_short, u.kind as unit_kind, missed,
      round(line, 1) as planned,
      case when completed_on is null then case when due_on >= pg_temp.today() then 'OPEN_WITHIN_DEADLINE' else 'OPEN_OVERDUE' end
        when completed_on > due_on then 'COMPLETED_LATE' else 'COMPLETED_ON_TIME' end as class,
      case when completed_on is not null then 'COMPLETED' when due_on < pg_temp.today() then 'OVERDUE'
        when starts_on > pg_temp.today() then 'NOT_DUE'
        when line - percent_complete >= 10 or missed > 0 then 'AT_RISK' else 'ON_TRACK' end as health,
      greatest(0, coalesce(completed_on, pg_temp.today()) - due_on) as days_late,
      (select x1 + coalesce(floor((x2 - x1) * (percent_complete - y1) / (y2 - y1))::integer, 0) from segment
        where owner = w.id and percent_complete > 0 and y1 <= percent_complete and (y2 > percent_complete or y2 is null)) as earned_on,
      received, pg_temp.today() - (received at time zone 'Asia/Ho_Chi_Minh')::date as silent_days,
      completed_on is null and exists (select from reporting_cycle due
        where due.programme_id = w.programme_id and due.due_on between w.starts_on and pg_temp.today() - 1
          and (covered is null or due.ends_on > covered)) as is_silent
    from work_item w join programme p on p.id = w.programme_id join unit u on u.id = w.lead_unit_id
      cross join lateral (select coalesce(pg_temp.expected(w.id, pg_temp.today()), 0) as line) plan
      cross join lateral (select count(*) as missed from milestone m
        where m.work_item_id = w.id and m.due_on < pg_temp.today() and reached_on is null) steps
      cross join lateral (select max(submitted_at) as received, max(c.ends_on) as covered
        from progress_report r join reporting_cycle c on c.id = r.cycle_id where r.work_item_id = w.id) reports
    where p.code = '07-CTr/TU';

  create temp view report as
    select r.*, (submitted_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on, c.ends_on, u.code as unit, u.short_name as unit_short,
      i.code as item, i.short_name as item_short, i.health
    from progress_report r join item i on i.id = r.work_item_id join reporting_cycle c on c.id = r.cycle_id join unit u on u.id = r.unit_id
    where r.state = 'ACCEPTED' and r.superseded_at is null;
`;

/** What the demo does not bring: a report received in Hanoi's June while it is May in UTC, and one that waits, unseen by analysts. */
const EDGES = `
  update progress_report set submitted_at = '2023-05-31T18:30:00Z'
    where receipt_code = (select min(receipt_code) from progress_report where period = '2023-Q2' and state = 'ACCEPTED');
  update progress_report set state = 'SUBMITTED'
    where receipt_code = (select min(receipt_code) from progress_report where period = '2023-Q3' and state = 'ACCEPTED' and receipt_code > '07-05');
`;

/** All rows of a statement as a JSON list; columns are named like fields. */
const rows = (statement: string): string => `(select coalesce(json_agg(r), '[]') from (${statement}) r)`;
/** The only row of a statement as a JSON object. */
const object = (statement: string): string => `(select to_json(r) from (${statement}) r)`;
/** How many rows a relation has, as a list's `totalCount`. */
const total = (relation: string): string => object(`select count(*) as "totalCount" from ${relation}`);
const avg = (value: string): string => `pg_temp.one('avg', round(avg(${value}), 6))`;

/** How the items stand, in the shape of the fragment of health-then-and-now. */
const STANDING = `select
  ${rows(`select pg_temp.keys(pg_temp.key(health)) as keys, count(*), ${avg('percent_complete')} as "percentComplete"
    from item group by health order by pg_temp.rank(health)`)} as "byHealth",
  ${rows(`select code, short_name as "shortName", health, percent_complete as "percentComplete" from item order by code collate natural_order`)} as nodes`;

/** What each file must answer: one statement that gives the whole answer, without the program. */
const CHECKS: Readonly<Record<string, string>> = {
  'documents-and-appendices.graphql': `
    with paper as (select d.* from document d join programme p on p.id = d.programme_id where p.code = '07-CTr/TU')
    select
      ${object(`select (select count(*) from paper) as "totalCount",
        ${rows(`select pg_temp.keys(pg_temp.key(kind), pg_temp.key(source_reliability)) as keys, count(*) from paper group by kind, source_reliability
          order by array_position('{REGULATION,ASSIGNMENT,PLAN,INSPECTION_PLAN,SCHEME,PROGRAMME,REPORT,POLICY_PROPOSAL}', kind), pg_temp.rank(source_reliability)`)}
          as "byKindAndReliability",
        ${rows(`select code, number, kind, title, issued_on as "issuedOn", pg_temp.one('reliability', source_reliability) as source
          from paper order by code collate natural_order`)} as nodes`)} as documents,
      ${object(
        `select ${rows(`select a.code, a.title, expected_count as "expectedCount", pg_temp.one('code', paper.code) as document,
          (select count(*) from work_item where appendix_id = a.id) as "actualCount",
          pg_temp.one('byKind', ${rows(`select pg_temp.keys(pg_temp.key(kind)) as keys, count(*) from work_item where appendix_id = a.id
            group by kind order by pg_temp.rank(kind)`)}) as "workItems"
        from appendix a join paper on paper.id = a.document_id order by a.code collate natural_order`)} as nodes`,
      )} as appendices,
      ${total(`paper where source_reliability is distinct from 'HIGH'`)} as doubtful,
      ${total(`paper where issued_on is null`)} as undated`,

  'health-then-and-now.graphql': `select
    ${object(`select to_json(earlier) as "workItems" from earlier`)} as past, ${object(STANDING)} as present`,

  'items-behind-plan.graphql': `
    with behind as (select * from item where health in ('OVERDUE', 'AT_RISK'))
    select ${object(`select (select count(*) from behind) as "totalCount",
      ${rows(`select code, short_name as "shortName", pg_temp.one('shortName', unit_short) as "leadUnit", due_on as "dueOn", health,
          claimed_health as "claimedHealth", percent_complete as "percentComplete", planned as "plannedPercent", earned_on as "earnedOn",
          days_late as "daysLate" from behind order by earned_on nulls last, planned desc`)} as nodes,
      ${object(`select ${avg('percent_complete')} as "percentComplete", ${avg('planned')} as "plannedPercent",
        pg_temp.one('min', min(earned_on)) as "earnedOn" from behind`)} as aggregates,
      ${rows(`select pg_temp.keys(pg_temp.key(unit, unit_short)) as keys, count(*), ${avg('percent_complete')} as "percentComplete",
        ${avg('planned')} as "plannedPercent" from behind group by unit, unit_short order by avg(percent_complete), unit collate natural_order`)} as "byUnit"
    `)} as "workItems"`,

  'items-by-class-and-health.graphql': `
    select ${object(`select code, short_name as "shortName", ${object(`select (select count(*) from item) as "totalCount",
      ${object(`select ${avg('percent_complete')} as "percentComplete", ${avg('planned')} as "plannedPercent" from item`)} as aggregates,
      ${rows(`select pg_temp.keys(pg_temp.key(class), pg_temp.key(health)) as keys, count(*), ${avg('percent_complete')} as "percentComplete",
        ${avg('planned')} as "plannedPercent" from item group by class, health order by pg_temp.rank(class), pg_temp.rank(health)`)}
        as "byClassAndHealth",
      ${rows(`select pg_temp.keys(pg_temp.key(claimed_health), pg_temp.key(health)) as keys, count(*) from item group by claimed_health, health
        order by count(*) desc, pg_temp.rank(claimed_health), pg_temp.rank(health)`)} as "byClaimAndHealth"`)} as "workItems"
      from programme where code = '07-CTr/TU'`)} as programme`,

  'items-without-person.graphql': `
    with nobody as (select * from item where completed_on is null and responsible_person_id is null)
    select
      ${object(`select (select count(*) from nobody) as "totalCount",
        ${rows(`select code, short_name as "shortName", kind, due_on as "dueOn", health, pg_temp.one('name', unit_name) as "leadUnit",
            ${rows(`select role, pg_temp.one('shortName', u.short_name) as unit from unit_role ur join unit u on u.id = ur.unit_id
              where ur.work_item_id = nobody.id order by rank`)} as units,
            json_build_object('ageDays', silent_days, 'isStale', is_silent) as freshness
          from nobody order by unit_name collate "vi-x-icu", due_on`)} as nodes`)} as "withoutPerson",
      ${total('item where completed_on is null')} as open`,

  'missed-milestones.graphql': `
    with step as (select m.* from milestone m join item i on i.id = m.work_item_id)
    select
      ${object(`select (select count(*) from item where missed > 0) as "totalCount",
        ${rows(`select pg_temp.keys(pg_temp.key(unit_kind), pg_temp.key(health)) as keys, count(*) from item where missed > 0
          group by unit_kind, health order by pg_temp.rank(unit_kind), pg_temp.rank(health)`)} as "byKindOfUnit",
        ${rows(`select code, short_name as "shortName", health, pg_temp.one('shortName', unit_short) as "leadUnit",
            ${rows(`select s.number, s.title, s.due_on as "dueOn", planned_percent as "plannedPercent", reached_on as "reachedOn"
              from step s where work_item_id = item.id order by s.number`)} as milestones
          from item where missed > 0 order by unit_short collate "vi-x-icu", code collate natural_order`)} as nodes`)} as missed,
      ${total('(select from step group by work_item_id having count(*) = count(reached_on)) as reached')} as "allReached",
      ${total('item where missed = 0')} as "noneMissed"`,

  'overdue-by-lead-unit.graphql': `
    with late as (select * from item where class in ('OPEN_OVERDUE', 'COMPLETED_LATE'))
    select ${object(`select
      ${object(`select count(*), json_build_object('max', max(days_late), 'avg', round(avg(days_late), 6)) as "daysLate",
        pg_temp.one('min', min(due_on)) as "dueOn" from late`)} as aggregates,
      ${rows(`select pg_temp.keys(pg_temp.key(unit, unit_short), pg_temp.key(class)) as keys, count(*),
          json_build_object('max', max(days_late), 'sum', sum(days_late)) as "daysLate", pg_temp.one('min', min(due_on)) as "dueOn"
        from late group by unit, unit_short, class order by max(days_late) desc, unit collate natural_order, pg_temp.rank(class)`)} as "byUnitAndClass",
      ${rows(`select code, short_name as "shortName", pg_temp.one('name', unit_name) as "leadUnit", class as "statutoryClass", due_on as "dueOn",
          completed_on as "completedOn", days_late as "daysLate", percent_complete as "percentComplete"
        from late order by unit_name collate "vi-x-icu", days_late desc`)} as nodes
    `)} as "workItems"`,

  'progress-by-unit-and-month.graphql': `
    with told as (select *, to_char(received_on, 'YYYY-MM') as month from report where received_on between '2023-01-01' and '2023-12-31')
    select ${object(`select
      ${object(`select count(*), ${avg('percent_complete')} as "percentComplete",
        json_build_object('min', pg_temp.moment(min(submitted_at)), 'max', pg_temp.moment(max(submitted_at))) as "submittedAt" from told`)} as aggregates,
      ${rows(`select pg_temp.keys(pg_temp.key(unit, unit_short), pg_temp.key(month, 'Tháng ' || right(month, 2) || '/' || left(month, 4))) as keys,
          count(*), json_build_object('avg', round(avg(percent_complete), 6), 'min', min(percent_complete), 'max', max(percent_complete))
            as "percentComplete"
        from told group by unit, unit_short, month order by unit collate natural_order, month`)} as "byUnitAndMonth",
      ${rows(`select pg_temp.keys(pg_temp.key(unit, unit_short)) as keys, count(*), ${avg('percent_complete')} as "percentComplete" from told
        group by unit, unit_short having count(*) >= 2 and avg(percent_complete) < 40 order by avg(percent_complete), unit collate natural_order`)} as lagging
    `)} as "progressReports"`,

  'punctuality-by-unit-and-quarter.graphql': `
    with due as (select *, to_char(ends_on, 'YYYY-"Q"Q') as ended_in,
        'Quý ' || (array['I', 'II', 'III', 'IV'])[extract(quarter from ends_on)::integer] || '/' || extract(year from ends_on) as quarter
      from report where ends_on between '2022-07-01' and '2023-12-31')
    select
      ${object(`select (select count(*) from due) as "totalCount",
        ${rows(`select pg_temp.keys(pg_temp.key(unit, unit_short), pg_temp.key(ended_in, quarter),
            pg_temp.key(is_late::text, case when is_late then 'Có' else 'Không' end)) as keys, count(*)
          from due group by unit, unit_short, ended_in, quarter, is_late order by unit collate natural_order, ended_in, is_late`)} as "byUnitAndQuarter"
        `)} as reports,
      ${object(`select (select count(*) from due where is_late) as "totalCount",
        ${rows(`select pg_temp.keys(pg_temp.key(unit, unit_short)) as keys, count(*) from due where is_late
          group by unit, unit_short having count(*) >= 2 order by count(*) desc, unit collate natural_order`)} as "oftenLate",
        ${rows(`select pg_temp.keys(pg_temp.one('value', lateness_reason)) as keys, count(*) from due where is_late
          group by lateness_reason order by count(*) desc, lateness_reason collate "C"`)} as reasons`)} as late`,

  'reports-mentioning-word.graphql': `
    with found as (select * from report where received_on >= '2022-01-01' and concat_ws(' ', difficulties, proposals) ~* 'kinh phí')
    select ${object(`select (select count(*) from found) as "totalCount",
      ${rows(`select receipt_code as "receiptCode", period, pg_temp.moment(submitted_at) as "submittedAt", percent_complete as "percentComplete",
          difficulties, proposals, pg_temp.one('shortName', unit_short) as unit,
          json_build_object('code', item, 'shortName', item_short, 'health', health) as "workItem"
        from found order by submitted_at desc limit 20`)} as nodes,
      ${rows(`select pg_temp.keys(pg_temp.key(unit, unit_short)) as keys, count(*) from found
        group by unit, unit_short order by count(*) desc, unit collate natural_order`)} as "byUnit"`)} as "progressReports"`,

  // every measured target of the demo has a measurement, is due in 2025 and stands below its value: the rest of the rule does not come in
  'targets-against-trajectory.graphql': `
    with aim as (select t.*, latest.value as value_now, latest.ends_on as ends_now, i.code as indicator, i.unit_of_measure, latest.measured,
        case when comparator in ('RANK', 'QUALITATIVE') then assessed_health
          when latest.value < 0.9 * pg_temp.expected(t.id, latest.ends_on) then 'AT_RISK' else 'ON_TRACK' end as health
      from target t join programme p on p.id = t.programme_id and p.code = '07-CTr/TU' join indicator i on i.id = t.indicator_id
        left join lateral (select m.value, ends_on, json_build_object('period', period, 'value', m.value, 'isSample', m.is_sample,
            'source', pg_temp.one('reliability', m.source_reliability)) as measured
          from measurement m where m.indicator_id = i.id and state = 'ACCEPTED' and recorded_at < pg_temp.today()
          order by ends_on desc, recorded_at desc limit 1) latest on true)
    select
      pg_temp.one('targets', ${object(`select
        ${rows(`select pg_temp.keys(pg_temp.key(health)) as keys, count(*) from aim group by health order by pg_temp.rank(health)`)} as "byHealth",
        ${rows(`select number, short_name as "shortName", comparator, value, value_high as "valueHigh", due_on as "dueOn", health,
            round(pg_temp.expected(id, pg_temp.today()), 2) as "expectedValue",
            case when comparator not in ('RANK', 'QUALITATIVE') then round(value_now - pg_temp.expected(id, ends_now), 2) end as deviation, measured as "latestMeasurement",
            ${rows(`select period, expected from trajectory_point where target_id = aim.id order by ends_on`)} as trajectory,
            json_build_object('code', indicator, 'unitOfMeasure', unit_of_measure) as indicator
          from aim order by pg_temp.rank(health), number collate natural_order`)} as nodes`)}) as programme,
      pg_temp.one('contradictions', ${rows(`select pg_temp.keys(pg_temp.key(i.code, i.name), pg_temp.key(period, period)) as keys, count(*),
          json_build_object('min', min(value), 'max', max(value)) as value
        from measurement m join indicator i on i.id = m.indicator_id where state = 'ACCEPTED' and ends_on <= '2023-12-31'
        group by i.code, i.name, period having count(*) >= 2 order by i.code collate natural_order, period collate "C"`)}) as measurements,
      pg_temp.one('nodes', ${rows(`select i.code, i.name, ${rows(`select pg_temp.one('code', p.code) as programme, t.number, comparator, value,
            value_high as "valueHigh" from target t join programme p on p.id = t.programme_id
          where t.indicator_id = i.id order by p.id, t.number collate natural_order`)} as targets
        from indicator i join target t on t.indicator_id = i.id join programme p on p.id = t.programme_id
        group by i.id having bool_or(p.number = 7) and bool_or(p.number <> 7) order by i.code collate natural_order`)}) as shared`,

  'units-late-with-report.graphql': `
    with owed as (select * from item where starts_on <= '2023-09-20' and completed_on is null
      and id not in (select work_item_id from progress_report where period = '2023-Q3' and state = 'ACCEPTED'))
    select
      pg_temp.one('nodes', ${rows(`select period, due_on as "dueOn", closes_on as "closesOn",
        pg_temp.today() between opens_on and closes_on as "isOpen" from reporting_cycle where period = '2023-Q3'`)}) as cycle,
      ${object(`select (select count(distinct unit) from owed) as "totalCount",
        ${rows(`select unit as code, unit_short as "shortName", ${object(`select (select count(*) from owed o where o.unit = owed.unit) as "totalCount",
            ${rows(`select o.code, o.short_name as "shortName",
                (select pg_temp.one('displayName', display_name) from person where id = o.responsible_person_id) as "responsiblePerson",
                json_build_object('reportedAt', pg_temp.moment(received), 'ageDays', silent_days, 'isStale', is_silent) as freshness
              from owed o where o.unit = owed.unit order by received nulls last`)} as nodes`)} as "workItems"
          from owed group by unit, unit_short order by unit_short collate "vi-x-icu"`)} as nodes`)} as units`,
};

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  await view.rows(EDGES);
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
    expect(answer.data).toEqual(await view.row(check));
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
