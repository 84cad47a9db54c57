import { holderOnSql } from '../../organisation/public';
import type { Role } from '../../platform/access/actor';

const live = (name: string): string => name;

/** Whether a role that was given is in force on a date: roles given from a day or to a day (ủy quyền) begin and end by themselves. */
function isInForceSql(role: string, date: string): string {
  return `(coalesce(${role}.valid_from <= ${date}, true) and coalesce(${role}.valid_to >= ${date}, true))`;
}

/**
 * The roles of an account with their units on a date. A role for a unit follows the unit's matters (rule R16): it is held for the one unit that holds all of them on the date, and for all
 * units whose matters that one holds. Where several units share them, nobody can tell who went where: the role stays with what was the old unit's until the administrator says.
 */
export function heldRolesSql(accountId: string, date: string): string {
  return `select granted.role, granted.unit_id from account_role granted where granted.account_id = ${accountId} and ${isInForceSql('granted', date)}
    union
    select granted.role, held.unit_id from account_role granted
      join unit_heir held on held.heir_id = ${holderOnSql('granted.unit_id', date, live)} and ${holdsSql('held', date)}
      where granted.account_id = ${accountId} and ${isInForceSql('granted', date)}`;
}

/** Of whom it is asked whether they hold a role: all whose account is in use, but for one. */
interface Others {
  readonly date: string;
  readonly except: string;
}

/** Whether anybody else holds a role of the whole programme on a date. */
export function isHeldSql(role: Role, others: Others): string {
  return `exists (select from account_role granted join account grantee on grantee.id = granted.account_id where granted.role = '${role}' and ${countsSql(others)})`;
}

/** Whether anybody else holds a role for a unit on a date, by the same rule as `heldRolesSql`. */
export function isHeldForUnitSql(role: Role, unitId: string, others: Others): string {
  const { date } = others;
  return `(exists (select from account_role granted join account grantee on grantee.id = granted.account_id
      where granted.unit_id = ${unitId} and granted.role = '${role}' and ${countsSql(others)})
    or exists (select from unit_heir held join account_role granted on ${holderOnSql('granted.unit_id', date, live)} = held.heir_id join account grantee on grantee.id = granted.account_id
      where held.unit_id = ${unitId} and ${holdsSql('held', date)} and granted.role = '${role}' and ${countsSql(others)}))`;
}

function holdsSql(held: string, date: string): string {
  return `coalesce(${held}.held_from <= ${date}, true) and coalesce(${held}.held_to >= ${date}, true)`;
}

function countsSql({ date, except }: Others): string {
  return `grantee.id <> ${except} and grantee.disabled_at is null and ${isInForceSql('granted', date)}`;
}
