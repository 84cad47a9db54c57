import type { Moment } from '../../platform/reader/model/declarations';
import { CommitteeRole } from './committee-role.state';

/** Roles that one member at a time holds. */
const SINGLE_ROLES = [CommitteeRole.HEAD, CommitteeRole.STANDING_DEPUTY_HEAD];

/** The first day of the membership of that alias. Where it is not known, the date for which the source states it. */
export function firstDaySql(row: string): string {
  return `coalesce(${row}.starts_on, ${row}.as_of)`;
}

/**
 * The last day of the membership of that alias; null while it lasts. A member of whom a source tells only that he held a role which one member at a
 * time holds, held it until the next one is known to have done so.
 */
export function lastDaySql(row: string, table: Moment['table']): string {
  const roles = SINGLE_ROLES.map((role) => `'${role}'`).join(', ');
  return `coalesce(${row}.ends_on, case when ${row}.starts_on is null and ${row}.role in (${roles}) then (
    select min(${firstDaySql('next_one')}) - 1 from ${table('committee_membership')} next_one
    where next_one.committee_id = ${row}.committee_id and next_one.role = ${row}.role
      and ${firstDaySql('next_one')} > ${row}.as_of
      and coalesce(next_one.ends_on >= ${firstDaySql('next_one')}, true)) end)`;
}

/** Whether the membership of that alias is in effect on a date. */
export function inEffectSql(row: string, date: string, table: Moment['table']): string {
  return `(${firstDaySql(row)} <= ${date} and coalesce(${lastDaySql(row, table)} >= ${date}, true))`;
}
