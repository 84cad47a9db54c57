import type { Moment } from '../../platform/reader/model/declarations';

/**
 * Whether a cycle is one of an item's, both named by the aliases of their rows: the one definition for what is asked, expected and missed. The item stands in an
 * issued plan and has begun, or was stopped after the cycle was due; the cycle has opened, was not due before the item began, and opened before the item was completed.
 */
export function isCycleOfItemSql(item: string, cycle: string, { today }: Pick<Moment, 'today'>): string {
  return `(${cycle}.programme_id = ${item}.programme_id and (${item}.is_in_force or ${item}.stopped_on > ${cycle}.due_on) and ${item}.starts_on <= ${today}
    and ${cycle}.opens_on <= ${today} and ${cycle}.due_on >= ${item}.starts_on
    and (${item}.completed_on is null or ${item}.completed_on >= ${cycle}.opens_on))`;
}

/** Whether a report on an item for a cycle came that was neither returned nor taken back. */
export function isReportedSql(item: string, cycle: string, table: Moment['table']): string {
  return `(exists (select from ${table('progress_report')} came where came.work_item_id = ${item}.id and came.cycle_id = ${cycle}.id
    and ${isReceivedSql('came')}))`;
}

/** Whether a report counts as received: it waits for a reviewer or is accepted, and nothing has taken its place. */
export function isReceivedSql(report: string): string {
  return `${report}.state in ('SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED') and ${report}.superseded_at is null`;
}
