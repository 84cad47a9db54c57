import { holderOnSql } from '../../../organisation/public';
import type { Moment } from '../../../platform/reader/model/declarations';

/**
 * Last day until which a locked cycle takes reports on an item after all: by an exception for the item, or for the unit that holds it today; null where there is none. Ids and the
 * item's lead unit as SQL.
 */
export function reopenedUntilSql(
  { itemId, leadUnitId, cycleId }: { readonly itemId: string; readonly leadUnitId: string; readonly cycleId: string },
  { today, table }: Pick<Moment, 'today' | 'table'>,
): string {
  return `(select max(cr.until) from ${table('cycle_reopening')} cr where cr.cycle_id = ${cycleId} and cr.until >= ${today}
    and (cr.work_item_id = ${itemId} or ${holderOnSql('cr.unit_id', today, table)} = ${holderOnSql(leadUnitId, today, table)}))`;
}
