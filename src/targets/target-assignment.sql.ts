import type { DerivedSql, Moment } from '../platform/reader/declarations';
import { inEffectSql, lastDaySql } from '../programme/public';

/** Whether an assignment of a member is in effect today: within its days, and while the membership lasts. */
export const assignmentInEffectSql: DerivedSql = (row, moment) => lasts(row, moment, moment.today);

function lasts(row: string, { table }: Moment, date: string): string {
  return `(${row}.starts_on <= ${date} and coalesce(${row}.ends_on >= ${date}, true) and exists (
    select from ${table('committee_membership')} cm where cm.id = ${row}.membership_id and ${inEffectSql('cm', date, table)}))`;
}

/** Whether no member is in charge of a target today (rule R2): an alarm. */
export const isUnattendedSql: DerivedSql = (row, moment) => `(not exists (
    select from ${moment.table('target_assignment')} ta where ta.target_id = ${row}.id and ${assignmentInEffectSql('ta', moment)}))`;

/** The first day without anybody in charge; null while somebody is, and where nobody ever was. */
export const unattendedSinceSql: DerivedSql = (row, moment) => `(case when ${isUnattendedSql(row, moment)} then (
    select max(least(ta.ends_on, ${lastDaySql('cm', moment.table)})) + 1 from ${moment.table('target_assignment')} ta
      join ${moment.table('committee_membership')} cm on cm.id = ta.membership_id
    where ta.target_id = ${row}.id and ta.starts_on <= ${moment.today}) end)`;
