import { workingDaysBetweenSql } from '../organisation/public';
import { CITY_ZONE as ZONE } from '../platform/lib/city-zone';
import type { DerivedSql, Moment } from '../platform/reader/model/declarations';
import { healthAfterSql } from '../work/public';
import { isCycleOfItemSql, isReportedSql } from './cycles/cycle-of-item.sql';
import { reopenedUntilSql } from './cycles/exceptions/reopened-until.sql';

/**
 * When the item was last reported on, how many days ago, and whether a due cycle passed without a report: the newest of its cycles that was due ends
 * later than the last reported period. Nothing more is missed of what is complete.
 */
export const freshnessSql: DerivedSql = (row, { today, table }) => `json_build_object(
    'reportedAt', to_char(${row}.last_reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'ageDays', ${today} - (${row}.last_reported_at at time zone '${ZONE}')::date,
    'isStale', ${row}.completed_on is null and ${row}.stopped_on is null and exists (
      select from ${table('reporting_cycle')} c where ${isCycleOfItemSql(row, 'c', { today, table })} and c.due_on < ${today}
        and c.ends_on > coalesce(${row}.last_reported_period_ends_on, '-infinity'::date)))`;

/** The item's cycles that take reports today, with what is said of each; none for an item that is complete. */
function openCycles(row: string, { today, table }: Moment): string {
  const ids = { itemId: `${row}.id`, leadUnitId: `${row}.lead_unit_id`, cycleId: 'c.id' };
  return `(select c.period, c.due_on, greatest(c.closes_on, re.until) as closes_on, re.until as reopened_until, c.ends_on, ${isReportedSql(row, 'c', table)} as is_reported
    from ${table('reporting_cycle')} c
    cross join lateral (select case when c.closes_on < ${today} then ${reopenedUntilSql(ids, { today, table })} end as until) re
    where ${isCycleOfItemSql(row, 'c', { today, table })} and (c.closes_on >= ${today} or re.until is not null) and ${row}.completed_on is null
      and ${row}.stopped_on is null) open`;
}

const OPEN_CYCLE = `json_build_object('period', open.period, 'dueOn', open.due_on, 'closesOn', open.closes_on, 'reopenedUntil', open.reopened_until, 'isReported', open.is_reported)`;

/** Of the cycles that take reports on the item today the one that is due first among those without a report; where each has one, the newest. */
export const openCycleSql: DerivedSql = (row, moment) => `(select ${OPEN_CYCLE} from ${openCycles(row, moment)}
  order by open.is_reported, case when not open.is_reported then open.due_on end, open.ends_on desc limit 1)`;

/** All cycles that take reports on the item today, the one that is due first before the others. */
export const openCyclesSql: DerivedSql = (row, moment) =>
  `(select coalesce(json_agg(${OPEN_CYCLE} order by open.due_on, open.ends_on), '[]') from ${openCycles(row, moment)})`;

/**
 * The health that the item would have once a report that waits is accepted; null when it waits for nobody. As on acceptance, the item takes its
 * percentage from the report of its latest period: a report for an earlier one brings its milestones alone.
 */
export const resultingHealthSql: DerivedSql = (row, moment) => {
  const { table } = moment;
  const later = `exists (select from ${table('progress_report')} lr join ${table('reporting_cycle')} lc on lc.id = lr.cycle_id
    where lr.work_item_id = ${row}.work_item_id and lr.state = 'ACCEPTED' and lr.superseded_at is null
      and lc.ends_on > (select oc.ends_on from ${table('reporting_cycle')} oc where oc.id = ${row}.cycle_id))`;
  const reported = {
    percent: `(case when ${later} then w.percent_complete else ${row}.percent_complete end)`,
    completedOn: `coalesce(w.completed_on, (${row}.submitted_at at time zone '${ZONE}')::date)`,
    milestoneIds: `${row}.milestone_ids`,
  };
  return `(case when ${row}.state in ('SUBMITTED', 'UNIT_APPROVED') then ${healthAfterSql(`${row}.work_item_id`, reported, moment)} end)`;
};

/** For how many working days a report has waited for its present step; null when it waits for nobody. */
export const waitingWorkingDaysSql: DerivedSql = (row, { today, table }) =>
  `(case when ${row}.state in ('SUBMITTED', 'UNIT_APPROVED')
    then ${workingDaysBetweenSql(`(${row}.changed_at at time zone '${ZONE}')::date`, today, table)} end)`;
