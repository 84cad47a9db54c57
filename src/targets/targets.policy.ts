import { hasRole } from '../platform/access/actor';
import { visibleToAll } from '../platform/access/row-conditions';
import type { Actor } from '../platform/access/actor';
import type { RowPolicy } from '../platform/reader/declarations';
import { Indicator } from './indicator.entity';
import { Measurement, MeasurementState } from './measurement.entity';
import { Target } from './target.entity';
import { TrajectoryPoint } from './trajectory-point.entity';

/** Accepted measurements are everybody's; provisional ones only for those who judge or inspect them. */
const measurementPolicy: RowPolicy = {
  of: Measurement,
  readable: (actor) =>
    hasRole(actor, 'SECRETARIAT', 'INSPECTOR', 'ADMINISTRATOR')
      ? 'all'
      : (row, bind) => `${row}.state = ${bind(MeasurementState.ACCEPTED)}`,
};

/** Who sees which rows of targets and what is measured. */
export const targetsPolicies: readonly RowPolicy[] = [
  ...[Indicator, Target, TrajectoryPoint].map(visibleToAll),
  measurementPolicy,
];

/** Who may record a measurement that counts at once: the secretariat. */
export function canRecordMeasurement(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}
