import type { DerivedSql } from '../platform/reader/declarations';

/** Whether a time in which a unit holds matters contains a date. */
function contains(row: string, date: string): string {
  return `(coalesce(${row}.held_from <= ${date}, true) and coalesce(${row}.held_to >= ${date}, true))`;
}

/** Whether the heir holds the matters today. */
export const isInForceSql: DerivedSql = (row, { today }) => contains(row, today);

/** The unit that holds the greatest part of a unit's matters today; the unit itself where no other one does. */
export const currentUnitIdSql: DerivedSql = (row, { today, table }) => `coalesce((select heir.heir_id
  from ${table('unit_heir')} heir where heir.unit_id = ${row}.id and ${contains('heir', today)}
  order by heir.share desc, heir.heir_id limit 1), ${row}.id)`;

/** The unit that holds all matters of a unit on a date; the unit itself where several share them. */
export function holderOnSql(unitId: string, date: string, table: (name: string) => string): string {
  return `coalesce((select holder.heir_id from ${table('unit_heir')} holder
    where holder.unit_id = ${unitId} and holder.share = 1 and ${contains('holder', date)} limit 1), ${unitId})`;
}
