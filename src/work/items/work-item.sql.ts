import { interpolateSql } from '../../platform/lib/interpolation';
import type { DerivedSql, Moment } from '../../platform/reader/model/declarations';

/** Points behind the plan from which an item is at risk. */
const RISK_POINTS = 10;

/** The plan as a line: begins at 0 on the first day, passes through the milestones, ends at 100 on the due date. */
function planOf(row: string, moment: Moment): string {
  return `(select ${row}.starts_on as on_date, 0::numeric as percent
    union all select ms.due_on, ms.planned_percent from ${moment.table('milestone')} ms where ms.work_item_id = ${row}.id
    union all select ${row}.due_on, 100::numeric)`;
}

function plannedAt(row: string, date: string, moment: Moment): string {
  const points = `(select plan.on_date as x, plan.percent as y from ${planOf(row, moment)} as plan)`;
  return `coalesce(${interpolateSql(points, `${date}::date`)}, 0)`;
}

/** Percent that the plan expects today, linear through the milestones, 0 before the start. */
export const plannedPercentSql: DerivedSql = (row, moment) => `round(${plannedAt(row, moment.today, moment)}, 1)`;

/** The date on which the plan expected the progress accepted so far: left of today means late. Null before any progress. */
export const earnedOnSql: DerivedSql = (row, moment) => {
  const points = `(select plan.percent as x, (plan.on_date - ${row}.starts_on)::numeric as y from ${planOf(row, moment)} as plan)`;
  return `(case when ${row}.percent_complete > 0
    then ${row}.starts_on + floor(${interpolateSql(points, `${row}.percent_complete`)})::integer end)`;
};

/** The four classes of the city's task tracking, from dates alone; a date binds once the plan is issued. */
export const statutoryClassSql: DerivedSql = (row, { today }) => `(case
    when not ${row}.is_in_force then 'OPEN_WITHIN_DEADLINE'
    when ${row}.completed_on <= ${row}.due_on then 'COMPLETED_ON_TIME'
    when ${row}.completed_on is not null then 'COMPLETED_LATE'
    when ${row}.due_on < ${today}::date then 'OPEN_OVERDUE'
    else 'OPEN_WITHIN_DEADLINE' end)`;

/** First match: not due while its plan is not issued, completed, overdue, not due, at risk (10 points behind the plan, or a milestone missed), on track. */
export const healthSql: DerivedSql = (row, moment) => `(case
    when not ${row}.is_in_force then 'NOT_DUE'
    when ${row}.completed_on is not null then 'COMPLETED'
    when ${row}.due_on < ${moment.today}::date then 'OVERDUE'
    when ${row}.starts_on > ${moment.today}::date then 'NOT_DUE'
    when ${plannedAt(row, moment.today, moment)} - ${row}.percent_complete >= ${RISK_POINTS} then 'AT_RISK'
    when exists (select from ${moment.table('milestone')} ms where ms.work_item_id = ${row}.id
      and ms.due_on < ${moment.today}::date and ms.reached_on is null) then 'AT_RISK'
    else 'ON_TRACK' end)`;

/** What a report would bring to its item: where it would stand, and on which day it would be completed. */
interface Reported {
  /** Percentage complete, SQL. */
  readonly percent: string;
  /** The day of completion if the percentage is 100, SQL. */
  readonly completedOn: string;
  /** Ids of milestones that would be reached, SQL of a uuid[]. */
  readonly milestoneIds: string;
}

/** The health that an item would have once a report is accepted: the same rule, on the item as it would stand. */
export function healthAfterSql(itemId: string, reported: Reported, moment: Moment): string {
  const { percent, completedOn, milestoneIds } = reported;
  const milestones = `(select m.work_item_id, m.due_on, m.planned_percent,
      case when m.id = any(${milestoneIds}) then m.due_on else m.reached_on end as reached_on from ${moment.table('milestone')} m)`;
  const after: Moment = {
    // read only where it is used: what is read becomes a parameter of the statement
    get now() {
      return moment.now;
    },
    get today() {
      return moment.today;
    },
    table: (name) => (name === 'milestone' ? milestones : moment.table(name)),
  };
  return `(select ${healthSql('after', after)} from (
      select w.id, w.is_in_force, w.starts_on, w.due_on, ${percent} as percent_complete,
        case when ${percent} >= 100 then ${completedOn} end as completed_on
      from ${moment.table('work_item')} w where w.id = ${itemId}) as after)`;
}

/** Days past the due date: until completion, or until today while open; none while its plan is not issued. */
export const daysLateSql: DerivedSql = (row, { today }) =>
  `(case when ${row}.is_in_force then greatest(0, coalesce(${row}.completed_on, ${today}::date) - ${row}.due_on) else 0 end)`;
