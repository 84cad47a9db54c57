import { type Actor, hasRole, unitsOf } from '../platform/access/actor';
import type { FactSql } from '../platform/reader/model/declarations';
import { ProgressReportState } from './reports/progress-report.state';

/** Whether the viewer reports on the item: by the rights of the day, which follow the item to whoever holds it, never by the unit that the account names. */
export const isViewersToReportSql: FactSql = (row, { actor }) =>
  `(${row}.is_in_force and ${row}.lead_unit_id = any(${unitsWith(actor, 'REPORTER')}))`;

/** Whether the report waits for a step of the viewer's: the unit's approver, then the secretariat, then a head of the committee where it goes to the standing deputy head. */
export const isViewersToReviewSql: FactSql = (row, { actor }) => {
  const waits = `${row}.state = '${ProgressReportState.UNIT_APPROVED}' and ${row}.secretariat_approved_at is`;
  const steps = [
    `${row}.state = '${ProgressReportState.SUBMITTED}' and ${row}.unit_id = any(${unitsWith(actor, 'APPROVER')})`,
  ];
  if (hasRole(actor, 'SECRETARIAT')) steps.push(`${waits} null`);
  if (hasRole(actor, 'COMMITTEE_HEAD')) steps.push(`${waits} not null`);
  return `(${steps.join(' or ')})`;
};

/** The units for which the actor holds a role. Plans are kept per rights, so that they may stand in the text; they are the database's own ids. */
function unitsWith(actor: Actor, role: 'REPORTER' | 'APPROVER'): string {
  return `'{${unitsOf(actor, role).join(',')}}'::uuid[]`;
}
