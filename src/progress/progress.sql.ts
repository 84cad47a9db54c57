import { holderOnSql } from '../organisation/public';
import type { DerivedSql, Expectation } from '../platform/reader/declarations';
import { healthAfterSql } from '../work/public';

const ZONE = 'Asia/Ho_Chi_Minh';

/**
 * When the item was last reported on, how many days ago, and whether a due cycle passed without a report: the newest cycle that was due while the
 * item ran ends later than the last reported period.
 */
export const freshnessSql: DerivedSql = (row, { today, table }) => `json_build_object(
    'reportedAt', to_char(${row}.last_reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'ageDays', ${today} - (${row}.last_reported_at at time zone '${ZONE}')::date,
    'isStale', ${row}.is_in_force and ${row}.completed_on is null and exists (
      select from ${table('reporting_cycle')} c where c.programme_id = ${row}.programme_id and c.due_on < ${today}
        and c.due_on >= ${row}.starts_on and c.ends_on > coalesce(${row}.last_reported_period_ends_on, '-infinity'::date)))`;

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

/** The newest cycle that takes reports on the item today; null for items that are completed, have not begun, or whose plan is not issued. */
export const openCycleSql: DerivedSql = (row, { today, table }) => `(select json_build_object(
    'period', c.period, 'dueOn', c.due_on, 'closesOn', c.closes_on)
  from ${table('reporting_cycle')} c where c.programme_id = ${row}.programme_id and c.opens_on <= ${today} and c.closes_on >= ${today}
    and ${row}.starts_on <= ${today} and ${row}.completed_on is null and ${row}.is_in_force
  order by c.ends_on desc limit 1)`;

/**
 * The reports that were to come: one for each item in force and each cycle that has opened while the item ran. It was to come by the cycle's due date, which stands for the moment of
 * submission. It was to come from the unit that held the item then.
 */
export const expectedReportsSql: Expectation['sql'] = ({ today, table }) => `(
    select wi.id as work_item_id, c.id as cycle_id, ${holderOnSql('wi.lead_unit_id', 'c.due_on', table)} as unit_id, c.period,
      (c.due_on::timestamp at time zone '${ZONE}') as submitted_at
    from ${table('work_item')} wi join ${table('reporting_cycle')} c on c.programme_id = wi.programme_id
    where wi.is_in_force and c.opens_on <= ${today} and c.due_on >= wi.starts_on and (wi.completed_on is null or wi.completed_on >= c.opens_on))`;
