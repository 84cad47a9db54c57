import type { DerivedSql, Moment } from '../../platform/reader/model/declarations';
import { firstDaySql, inEffectSql, lastDaySql } from '../../programme/public';

/** Whether an assignment of a member is in effect today: within its days, and while the membership lasts. */
export const assignmentInEffectSql: DerivedSql = (row, moment) => lasts(row, moment, moment.today);

function lasts(row: string, { table }: Moment, date: string): string {
  return `(${row}.starts_on <= ${date} and coalesce(${row}.ends_on >= ${date}, true) and exists (
    select from ${table('committee_membership')} cm where cm.id = ${row}.membership_id and ${inEffectSql('cm', date, table)}))`;
}

/** Whether no member is in charge of a target today (rule R2): an alarm. */
export const isUnattendedSql: DerivedSql = (row, moment) => `(not exists (
    select from ${moment.table('target_assignment')} ta where ta.target_id = ${row}.id and ${assignmentInEffectSql('ta', moment)}))`;

/** The first day without anybody in charge; null while somebody is, and where nobody ever was. What never took effect does not count. */
export const unattendedSinceSql: DerivedSql = (row, moment) => `(case when ${isUnattendedSql(row, moment)} then (
    select max(least(ta.ends_on, ${lastDaySql('cm', moment.table)})) + 1 from ${moment.table('target_assignment')} ta
      join ${moment.table('committee_membership')} cm on cm.id = ta.membership_id
    where ta.target_id = ${row}.id and ta.starts_on <= ${moment.today}
      and least(ta.ends_on, ${lastDaySql('cm', moment.table)}) >= greatest(ta.starts_on, ${firstDaySql('cm')})) end)`;

/** The first day from today to the due date on which nobody is in charge, by what has been decided so far; null where somebody is on all of them. */
export const unattendedFromSql: DerivedSql = (row, { today, table }) => {
  const first = `greatest(ta.starts_on, ${firstDaySql('cm')})`;
  const last = `least(ta.ends_on, ${lastDaySql('cm', table)})`;
  return `lower(datemultirange(daterange(${today}::date, greatest(${row}.due_on, ${today}::date) + 1)) - coalesce((
    select range_agg(daterange(${first}, ${last} + 1)) from ${table('target_assignment')} ta
      join ${table('committee_membership')} cm on cm.id = ta.membership_id
    where ta.target_id = ${row}.id and coalesce(${last} >= ${first}, true)), '{}'))`;
};
