import { interpolateSql } from '../platform/lib/interpolation';
import type { DerivedSql, Moment } from '../platform/reader/model/declarations';

/** How far behind its trajectory a target may be before it is at risk: a tenth of the expected value. */
const TOLERANCE = 0.1;

/** “khoảng” (about): within 5 % of the value. */
export const APPROXIMATE = 0.05;

function trajectoryOf(row: string, { table }: Moment): string {
  return `(select tp.ends_on as x, tp.expected as y from ${table('trajectory_point')} tp where tp.target_id = ${row}.id
    union all select ${row}.baseline_on, ${row}.baseline where ${row}.baseline is not null and ${row}.baseline_on is not null)`;
}

function latestMeasurement(row: string, { now, table }: Moment, column: string, before = ''): string {
  return `(select m.${column} from ${table('measurement')} m
    where m.indicator_id = ${row}.indicator_id and m.state = 'ACCEPTED' and m.recorded_at <= ${now} and m.superseded_at is null ${before}
    order by m.ends_on desc, coalesce(m.first_recorded_at, m.recorded_at) desc, m.id desc limit 1)`;
}

/** The day up to which a measurement measures: the end of its period, or today while that still runs. */
function measuredTo(row: string, { today }: Moment): string {
  return `least(${row}.ends_on, ${today}::date)`;
}

/** The newest accepted measurement of the target's indicator, by period, then by time of recording; a correction stands where the value stood that it corrects. */
export const latestMeasurementIdSql: DerivedSql = (row, moment) => latestMeasurement(row, moment, 'id');

/** The newest accepted measurement of an earlier end than the newest one: another source's value of the same end is no earlier one. */
export const previousMeasurementIdSql: DerivedSql = (row, moment) =>
  latestMeasurement(row, moment, 'id', `and m.ends_on < ${latestMeasurement(row, moment, 'ends_on')}`);

/** What the trajectory expects today; null where no trajectory has begun. */
export const expectedValueSql: DerivedSql = (row, moment) =>
  `round(${interpolateSql(trajectoryOf(row, moment), `${moment.today}::date`)}, 2)`;

/** How far the newest accepted value is from what the trajectory expected for its own period, or until today while that runs: value less expected. Null for ranks, and where nothing is to compare. */
export const deviationSql: DerivedSql = (
  row,
  moment,
) => `(select round(m.value - ${interpolateSql(trajectoryOf(row, moment), measuredTo('m', moment))}, 2)
    from ${moment.table('measurement')} m where m.id = ${latestMeasurement(row, moment, 'id')} and ${row}.comparator not in ('RANK', 'QUALITATIVE'))`;

/** What the trajectory expected for the period of the newest accepted value, or until today while that runs: what its health is judged by. Null for ranks, and where nothing is to compare. */
export const expectedAtMeasurementSql: DerivedSql = (
  row,
  moment,
) => `(select round(${interpolateSql(trajectoryOf(row, moment), measuredTo('m', moment))}, 2)
    from ${moment.table('measurement')} m where m.id = ${latestMeasurement(row, moment, 'id')} and ${row}.comparator not in ('RANK', 'QUALITATIVE'))`;

/**
 * A target's health against its trajectory, first match: completed (measured at or after the due date, and met); overdue; nothing measured
 * though something was expected (silence counts as risk); behind by a tenth of what was expected at the measured period's end; beyond what it may be at
 * most by a tenth (a range, “equal”, “about”); on track. Ranks and qualitative targets go by the secretariat's assessment, and are overdue without it.
 */
export const targetHealthSql: DerivedSql = (row, moment) => {
  const { today, table } = moment;
  // of the distance from nought: rates may be negative
  const margin = (of: string) => `abs(${of}) * ${TOLERANCE}`;
  const highest = `coalesce(${row}.value_high, ${row}.value)`;
  return `(select case
    when ${row}.comparator in ('RANK', 'QUALITATIVE') then case
      when ${row}.assessed_health = 'COMPLETED' then 'COMPLETED'
      when ${row}.due_on < ${today}::date then 'OVERDUE'
      else coalesce(${row}.assessed_health, 'NOT_DUE') end
    when latest.met and latest.ends_on between ${row}.due_on and ${today}::date then 'COMPLETED'
    when ${row}.due_on < ${today}::date then 'OVERDUE'
    when latest.value is null and exists (select from ${trajectoryOf(row, moment)} as p where p.x <= ${today}::date) then 'AT_RISK'
    when latest.value is null then 'NOT_DUE'
    when ${row}.comparator in ('RANGE', 'EQ', 'APPROX') and latest.value > ${highest} + ${margin(highest)} then 'AT_RISK'
    when latest.expected is null then case when latest.met then 'ON_TRACK' else 'NOT_DUE' end
    when ${row}.comparator in ('LT', 'LTE') and latest.value > latest.expected + ${margin('latest.expected')} then 'AT_RISK'
    when ${row}.comparator not in ('LT', 'LTE') and latest.value < latest.expected - ${margin('latest.expected')} then 'AT_RISK'
    else 'ON_TRACK' end
  from (select 1) as one left join lateral (
    select m.value, m.ends_on, ${interpolateSql(trajectoryOf(row, moment), measuredTo('m', moment))} as expected,
      case ${row}.comparator
        when 'GT' then m.value > ${row}.value
        when 'GTE' then m.value >= ${row}.value
        when 'LT' then m.value < ${row}.value
        when 'LTE' then m.value <= ${row}.value
        when 'EQ' then m.value = ${row}.value
        when 'RANGE' then m.value between ${row}.value and ${row}.value_high
        when 'APPROX' then abs(m.value - ${row}.value) <= ${APPROXIMATE} * abs(${row}.value)
      end as met
    from ${table('measurement')} m
    where m.id = ${latestMeasurement(row, moment, 'id')}) as latest on true)`;
};
