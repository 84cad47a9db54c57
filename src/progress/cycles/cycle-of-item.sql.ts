import type { Moment } from '../../platform/reader/model/declarations';

type TableOf = Moment['table'];

/**
 * Whether a cycle is one of an item's, now or later, both named by the aliases of their rows: the one definition for what is asked, expected and missed. The item stands in an
 * issued plan, or was stopped after the cycle was due, and is of those that the cycle applies to; the cycle was not due before the item began, and opened before the item was completed.
 */
export function isEverCycleOfItemSql(item: string, cycle: string, table: TableOf): string {
  return `(${cycle}.programme_id = ${item}.programme_id and (${item}.is_in_force or ${item}.stopped_on > ${cycle}.due_on)
    and ${cycle}.due_on >= ${item}.starts_on
    and (${item}.completed_on is null or ${item}.completed_on >= ${cycle}.opens_on)
    and (${cycle}.applies_to_kinds = '{}' or ${item}.kind = any(${cycle}.applies_to_kinds))
    and (${cycle}.applies_to_appendices = '{}'
      or (select ap.code from ${table('appendix')} ap where ap.id = ${item}.appendix_id) = any(${cycle}.applies_to_appendices)))`;
}

/** Whether the item is reported on for the cycle today: both have begun, and the secretariat has not waived it. */
export function isCycleOfItemSql(
  item: string,
  cycle: string,
  { today, table }: Pick<Moment, 'today' | 'table'>,
): string {
  return `(${isEverCycleOfItemSql(item, cycle, table)} and ${item}.starts_on <= ${today} and ${cycle}.opens_on <= ${today}
    and ${waiverOfSql(`${item}.id`, `${cycle}.id`, table)} is null)`;
}

/** Id of the waiver of an item's report for a cycle, by their ids (SQL). */
export function waiverOfSql(itemId: string, cycleId: string, table: TableOf): string {
  return `(select rw.id from ${table('report_waiver')} rw where rw.work_item_id = ${itemId} and rw.cycle_id = ${cycleId})`;
}

/** Whether a report on an item for a cycle came that was neither returned nor taken back. */
export function isReportedSql(item: string, cycle: string, table: TableOf): string {
  return `(exists (select from ${table('progress_report')} came where came.work_item_id = ${item}.id and came.cycle_id = ${cycle}.id
    and ${isReceivedSql('came')}))`;
}

/** Whether a report counts as received: it waits for a reviewer or is accepted, and nothing has taken its place. */
export function isReceivedSql(report: string): string {
  return `${isReceivedStateSql(report)} and ${report}.superseded_at is null`;
}

/** Whether a report came and was neither returned nor taken back, whatever has taken its place since. */
export function isReceivedStateSql(report: string): string {
  return `${report}.state in ('SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED')`;
}
