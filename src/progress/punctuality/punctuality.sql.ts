import { addWorkingDaysSql, isWorkedSql } from '../../organisation/public';
import { CITY_ZONE } from '../../platform/lib/city-zone';
import type { CountedFact, Moment } from '../../platform/reader/model/declarations';
import { isReceivedStateSql } from '../cycles/cycle-of-item.sql';
import { expectedReportsSql } from '../cycles/expected/expected-report.sql';

/** Working days in which a unit answers a return: a report that was on time stays so. */
const DAYS_TO_MEND = 2;

const isOutageSql = (date: string, table: Moment['table']): string =>
  `exists (select from ${table('service_outage')} so where ${date} between so.starts_on and so.ends_on)`;

/**
 * The date (SQL) on which what was due on a date counts as due: that date, or where the system could not be used then, the next working day on which it could.
 * The first working day after the last of all outages is one, so that the search ends.
 */
function countedDueOnSql(dueOn: string, table: Moment['table']): string {
  const last = `(select max(so.ends_on) from ${table('service_outage')} so)`;
  return `(case when ${isOutageSql(dueOn, table)} then (select d::date
    from generate_series(${dueOn} + 1, ${addWorkingDaysSql(last, 1, table)}, interval '1 day') d
    where ${isWorkedSql('d::date', table)} and not ${isOutageSql('d::date', table)} order by d limit 1) else ${dueOn} end)`;
}

/**
 * The reports that units owed and whose due date has passed, one row for each item and cycle: the unit that held the item on the due date, the period, the
 * date on which it counted as due, and whether it came on time. What is not owed after all (a report that was waived) is taken out here, and nowhere else.
 */
function dueReportsSql(moment: Moment): string {
  const { table, today } = moment;
  return `(select owed.*, ${isOnTimeSql(table)} as on_time from (
      select e.work_item_id, e.cycle_id, e.unit_id, e.period, ${countedDueOnSql('c.due_on', table)} as due_on
      from ${expectedReportsSql(moment)} e join ${table('reporting_cycle')} c on c.id = e.cycle_id
      where c.due_on < ${today}::date
    ) owed where owed.due_on < ${today}::date)`;
}

/**
 * Whether a report came on time: one that was neither returned nor taken back was received by the date on which it counted as due, or each one since the first,
 * which was on time, came within two working days after the one before it was returned.
 */
function isOnTimeSql(table: Moment['table']): string {
  const day = (moment: string) => `(${moment} at time zone '${CITY_ZONE}')::date`;
  const mended = addWorkingDaysSql(day('came.returned_at'), DAYS_TO_MEND, table);
  return `exists (select from (
      select came.state, bool_and(${day('came.submitted_at')} <= owed.due_on
          or coalesce(case when came.returned_at is not null then ${day('came.submitted_at')} <= ${mended} end, false))
        over (order by came.submitted_at, came.id) as is_kept
      from (
        select r.id, r.state, r.submitted_at,
          lag(case when r.state = 'RETURNED' then r.changed_at end) over (order by r.submitted_at, r.id) as returned_at
        from ${table('progress_report')} r
        where r.work_item_id = owed.work_item_id and r.cycle_id = owed.cycle_id and r.state not in ('DRAFT', 'WITHDRAWN')
      ) came
    ) judged where judged.is_kept and ${isReceivedStateSql('judged')})`;
}

/** A unit's punctuality over its newest due periods. Reports owed are found once for a statement, not once for a unit: what stands in the `with` depends on no row. */
export const punctualitySql: CountedFact['sql'] = (row, moment, count) => `(
    with due as materialized (select unit_id, period, due_on, on_time from ${dueReportsSql(moment)} d)
    select json_build_object('due', coalesce(sum(p.due), 0), 'onTime', coalesce(sum(p.on_time), 0),
      'rate', round(100.0 * sum(p.on_time) / nullif(sum(p.due), 0), 1),
      'streak', coalesce(min(p.n) filter (where not p.is_on_time) - 1, count(p.n)),
      'periods', coalesce(json_agg(json_build_object('period', p.period, 'isOnTime', p.is_on_time) order by p.n desc) filter (where p.n is not null), '[]'))
    from (select due.period, count(*) as due, count(*) filter (where due.on_time) as on_time, bool_and(due.on_time) as is_on_time,
        row_number() over (order by max(due.due_on) desc, due.period desc) as n
      from due where due.unit_id = ${row}.id group by due.period order by n limit ${count}) p)`;
