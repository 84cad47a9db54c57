import { type Actor, hasRole } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/declarations';
import { MeasurementState } from './measurement.state';

/** Accepted measurements are everybody's; provisional ones only for those who judge or inspect them. */
export const readableMeasurements: RowRule = (actor) =>
  hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR')
    ? 'all'
    : (row, bind) => `${row}.state = ${bind(MeasurementState.ACCEPTED)}`;

/** Who may record a measurement that counts at once: the secretariat. */
export function canRecordMeasurement(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}
