import type { DerivedSql, Moment } from '../../../platform/reader/model/declarations';
import { leadOnSql } from '../../../work/public';
import { isCycleOfItemSql, isEverCycleOfItemSql, isReceivedSql, waiverOfSql } from '../cycle-of-item.sql';
import { reopenedUntilSql } from '../exceptions/reopened-until.sql';

const ZONE = 'Asia/Ho_Chi_Minh';

/** The unit that a report is to come from: the one that held the item on the cycle's due date; before that, the one that holds it today. */
function owingUnitSql(item: string, cycle: string, { today, table }: Moment): string {
  return leadOnSql(item, `least(${cycle}.due_on, ${today})`, table);
}

/** One row for each item and each of its cycles, those to come included. Its id follows from both. */
export function expectedRowsSql(moment: Moment): string {
  const { table } = moment;
  return `(select md5(wi.id::text || c.id::text)::uuid as id, wi.id as work_item_id, c.id as cycle_id, ${owingUnitSql('wi', 'c', moment)} as unit_id,
      c.due_on, c.closes_on, greatest(c.opens_on, wi.starts_on) as asked_from, wi.lead_unit_id
    from ${table('work_item')} wi join ${table('reporting_cycle')} c on ${isEverCycleOfItemSql('wi', 'c', table)})`;
}

/**
 * The reports that were to come, as coverage counts them: for each item and each of its cycles that has opened and was not waived. It was to come by the cycle's due date, which
 * stands for the moment of submission.
 */
export function expectedReportsSql(moment: Moment): string {
  const { table } = moment;
  return `(select wi.id as work_item_id, c.id as cycle_id, ${owingUnitSql('wi', 'c', moment)} as unit_id, c.period,
      (c.due_on::timestamp at time zone '${ZONE}') as submitted_at
    from ${table('work_item')} wi join ${table('reporting_cycle')} c on ${isCycleOfItemSql('wi', 'c', moment)})`;
}

/** Of the reports on an item for a cycle the one that tells how it stands: the accepted one, else the one that waits, else the last one that was returned. */
function standingReportSql(row: string, of: string, table: Moment['table']): string {
  return `(select sr.${of} from ${table('progress_report')} sr where sr.work_item_id = ${row}.work_item_id and sr.cycle_id = ${row}.cycle_id
    and (${isReceivedSql('sr')} or sr.state = 'RETURNED')
    order by sr.state = 'ACCEPTED' desc, sr.state <> 'RETURNED' desc, sr.submitted_at desc, sr.id limit 1)`;
}

/** Id of that report. */
export const expectedReportIdSql: DerivedSql = (row, { table }) => standingReportSql(row, 'id', table);

/** Id of the waiver. */
export const expectedWaiverIdSql: DerivedSql = (row, { table }) =>
  waiverOfSql(`${row}.work_item_id`, `${row}.cycle_id`, table);

/** How it stands: what came counts before what was waived, that before dates. A locked cycle that is open to the item again is overdue. */
export const expectedStateSql: DerivedSql = (row, moment) => {
  const { today, table } = moment;
  const ids = { itemId: `${row}.work_item_id`, leadUnitId: `${row}.lead_unit_id`, cycleId: `${row}.cycle_id` };
  return `(select case
      when came.state = 'ACCEPTED' then 'ACCEPTED'
      when came.state in ('SUBMITTED', 'UNIT_APPROVED') then 'RECEIVED'
      when ${expectedWaiverIdSql(row, moment)} is not null then 'WAIVED'
      when ${row}.asked_from > ${today} then 'NOT_YET_OPEN'
      when ${row}.closes_on < ${today} and ${reopenedUntilSql(ids, moment)} is null then 'CLOSED_WITHOUT'
      when came.state = 'RETURNED' then 'RETURNED'
      when ${row}.due_on < ${today} then 'OVERDUE'
      else 'OPEN' end
    from (select ${standingReportSql(row, 'state', table)} as state offset 0) came)`;
};

/**
 * By how many days it is late, 0 where it is not: the day on which it first came, and was not returned or taken back, or today where none has come. What was waived is never late.
 */
export const expectedDaysLateSql: DerivedSql = (row, moment) => {
  const { today, table } = moment;
  const cameOn = `(select min(fr.submitted_at at time zone '${ZONE}')::date from ${table('progress_report')} fr
    where fr.work_item_id = ${row}.work_item_id and fr.cycle_id = ${row}.cycle_id and fr.state in ('SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED'))`;
  const owed = `case when ${expectedWaiverIdSql(row, moment)} is null then ${today} end`;
  return `greatest(0, coalesce(${cameOn}, ${owed}, ${row}.due_on) - ${row}.due_on)`;
};
