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
export const dueStateSql: DerivedSql = (owed, { table, today }) => `coalesce(
    (select m.state from ${table('measurement')} m where m.indicator_id = ${owed}.indicator_id and m.period = ${owed}.period
      and m.state in ('PROVISIONAL', 'RETURNED') order by m.state = 'PROVISIONAL' desc limit 1),
    case when ${owed}.due_on < ${today}::date then 'OVERDUE' else 'DUE' end)`;

/** One row for each target and each period of its trajectory that is over and for which no value is accepted. What no number decides is not measured. */
const askedSql = ({ table, today }: Moment): string =>
  `(select ta.id as target_id, ta.number, ta.indicator_id, pr.id as programme_id, pr.code as programme_code, pr.standing_agency_id, tp.period, tp.ends_on
    from ${table('target')} ta join ${table('programme')} pr on pr.id = ta.programme_id
      join ${table('trajectory_point')} tp on tp.target_id = ta.id
    where ta.comparator <> 'QUALITATIVE' and tp.ends_on < ${today}::date and not exists (
      select from ${table('measurement')} m where m.indicator_id = ta.indicator_id and m.period = tp.period
        and m.state = 'ACCEPTED' and m.superseded_at is null))`;

/**
 * The measurements that have to come, one row for each indicator and period, however many targets ask for it; of these the first is shown, of a programme that knows who owes
 * it before others. The unit whose value for it waits or was sent back owes it, else the one that measured last, or who holds their matters today; where no unit has
 * measured, the programme's standing agency.
 */
export function dueRowsSql(moment: Moment): string {
  const { table, today } = moment;
  const owing = `coalesce((select m.unit_id from ${table('measurement')} m where m.indicator_id = asked.indicator_id and m.period = asked.period
      and m.state in ('PROVISIONAL', 'RETURNED') and m.unit_id is not null order by m.recorded_at desc, m.id desc limit 1),
    ${givingUnitSql('asked.indicator_id', table)}, asked.standing_agency_id)`;
  return `(select distinct on (owed.indicator_id, owed.period) md5(owed.indicator_id || ' ' || owed.period)::uuid as id, owed.indicator_id, i.code as indicator_code,
      owed.target_id, owed.period, ${holderOnSql('owed.owing_id', today, table)} as unit_id, owed.ends_on + ${DAYS_TO_MEASURE} as due_on,
      array_agg(owed.programme_id) over (partition by owed.indicator_id, owed.period) as programme_ids
    from (select asked.*, ${owing} as owing_id from ${askedSql(moment)} asked) owed join ${table('indicator')} i on i.id = owed.indicator_id
    order by owed.indicator_id, owed.period, owed.owing_id is null, owed.programme_code, owed.number collate natural_order, owed.target_id)`;
}
