import type { DerivedSql } from '../platform/reader/model/declarations';

/** Whether a time in which a unit holds matters contains a date. */
function contains(row: string, date: string): string {
  return `(coalesce(${row}.held_from <= ${date}, true) and coalesce(${row}.held_to >= ${date}, true))`;
}

/** Whether the heir holds the matters today. */
export const isInForceSql: DerivedSql = (row, { today }) => contains(row, today);

/**
 * The unit that holds the greatest part of a unit's matters today; the unit itself where no other one does. What came to one heir at several times, from
 * several units, is one part; of equal parts the one of the first code.
 */
export const currentUnitIdSql: DerivedSql = (row, { today, table }) => `coalesce((select heir.heir_id
  from ${table('unit_heir')} heir join ${table('unit')} heir_unit on heir_unit.id = heir.heir_id
  where heir.unit_id = ${row}.id and ${contains('heir', today)}
  group by heir.heir_id, heir_unit.code order by sum(heir.share) desc, heir_unit.code limit 1), ${row}.id)`;

/** The unit that holds all matters of a unit on a date, however many parts they came in; the unit itself where several share them. */
export function holderOnSql(unitId: string, date: string, table: (name: string) => string): string {
  return `coalesce((select holder.heir_id from ${table('unit_heir')} holder
    where holder.unit_id = ${unitId} and ${contains('holder', date)} group by holder.heir_id having sum(holder.share) = 1), ${unitId})`;
}
