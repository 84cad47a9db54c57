import { holderOnSql } from '../../organisation/public';
import type { DerivedSql, Moment } from '../../platform/reader/model/declarations';

/** Days after the end of a period in which its value is on time. */
const DAYS_TO_MEASURE = 30;

/** The unit that gave the newest accepted value of an indicator; null while no unit has given any. */
const givingUnitSql = (indicatorId: string, table: Moment['table']): string =>
  `(select m.unit_id from ${table('measurement')} m
    where m.indicator_id = ${indicatorId} and m.state = 'ACCEPTED' and m.superseded_at is null and m.unit_id is not null
    order by m.ends_on desc, coalesce(m.first_recorded_at, m.recorded_at) desc, m.id desc limit 1)`;

/** Where a value that is not accepted stands. */
const stateSql = (owed: string, { table, today }: Moment): string => `coalesce(
    (select m.state from ${table('measurement')} m where m.indicator_id = ${owed}.indicator_id and m.period = ${owed}.period
      and m.state in ('PROVISIONAL', 'RETURNED') order by m.state = 'PROVISIONAL' desc limit 1),
    case when ${owed}.ends_on + ${DAYS_TO_MEASURE} < ${today}::date then 'OVERDUE' else 'DUE' end)`;

/**
 * The measurements that have to come, one row for each target and each period of its trajectory that is over: no value is accepted for it. What no number decides
 * is not measured. The unit whose value for it waits or was sent back owes it, else the one that measured last, or who
 * holds their matters today; where no unit has measured, the programme's standing agency.
 */
function dueSql(moment: Moment): string {
  const { table, today } = moment;
  const owing = `coalesce((select m.unit_id from ${table('measurement')} m where m.indicator_id = ta.indicator_id and m.period = tp.period
      and m.state in ('PROVISIONAL', 'RETURNED') and m.unit_id is not null order by m.recorded_at desc, m.id desc limit 1),
    ${givingUnitSql('ta.indicator_id', table)}, pr.standing_agency_id)`;
  return `(select owed.*, ${holderOnSql('owed.owing_id', today, table)} as unit_id, owed.ends_on + ${DAYS_TO_MEASURE} as due_on,
      ${stateSql('owed', moment)} as state
    from (select ta.id as target_id, ta.number, ta.short_name, ta.indicator_id, pr.id as programme_id, pr.code as programme_code,
        tp.period, tp.ends_on, ${owing} as owing_id
      from ${table('target')} ta join ${table('programme')} pr on pr.id = ta.programme_id
        join ${table('trajectory_point')} tp on tp.target_id = ta.id
      where ta.comparator <> 'QUALITATIVE' and tp.ends_on < ${today}::date and not exists (
        select from ${table('measurement')} m where m.indicator_id = ta.indicator_id and m.period = tp.period
          and m.state = 'ACCEPTED' and m.superseded_at is null)
    ) owed)`;
}

/**
 * Those of one indicator, unit or programme as JSON, due first before the others; a value that several targets ask for once. What is due is found once for a
 * statement, not once for a row: what stands in the `with` depends on none.
 */
export const dueMeasurementsSql =
  (column: 'indicator_id' | 'unit_id' | 'programme_id'): DerivedSql =>
  (row, moment) => `(
    with due as materialized (select * from ${dueSql(moment)} d)
    select coalesce(json_agg(json_build_object(
        'indicator', json_build_object('code', i.code, 'name', i.name, 'nameEn', i.name_en),
        'target', json_build_object('number', once.number, 'shortName', once.short_name, 'programmeCode', once.programme_code),
        'period', once.period,
        'unit', case when u.id is not null then json_build_object('code', u.code, 'name', u.name, 'shortName', u.short_name) end,
        'dueOn', once.due_on, 'state', once.state) order by once.due_on, i.code, once.period, u.code), '[]')
    from (select distinct on (due.indicator_id, due.period) * from due where due.${column} = ${row}.id
        order by due.indicator_id, due.period, due.unit_id is null, due.programme_code, due.number collate natural_order) once
      join ${moment.table('indicator')} i on i.id = once.indicator_id left join ${moment.table('unit')} u on u.id = once.unit_id)`;
