import { holderOnSql } from '../../organisation/public';

/** The unit that led an item (its row's alias) on a date (SQL): the one that was named then, or who held its matters on that date. */
export function leadOnSql(item: string, date: string, table: (name: string) => string): string {
  const named = `coalesce((select fl.unit_id from ${table('former_lead')} fl where fl.work_item_id = ${item}.id and fl.ended_on > ${date}
    order by fl.ended_on limit 1), ${item}.lead_unit_id)`;
  return holderOnSql(named, date, table);
}
