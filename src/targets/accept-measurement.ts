import type { Command } from '../platform/graphql/run-command';
import { DomainError, refuse } from '../platform/lib/domain-error';
import { lockMeasurement } from './lock-measurement';
import { Measurement } from './measurement.entity';
import { measurementEvent } from './measurement.events';
import type { AcceptMeasurementInput } from './measurement.inputs';
import { MeasurementState } from './measurement.state';

/** Accepts a measurement that a unit gave: from then on it counts. Nobody accepts an own one. */
export async function acceptMeasurement(
  { tx, actor, append, missing }: Command,
  input: AcceptMeasurementInput,
): Promise<{ measurementId: string }> {
  const { measurement, indicator } = await lockMeasurement(tx, actor, input.measurementId);
  const path = ['input', 'measurementId'];
  if (measurement.state === MeasurementState.ACCEPTED) {
    throw refuse(
      'CONFLICT',
      path,
      'Số liệu đã được chấp nhận. Muốn thay, hãy đính chính.',
      'The measurement is accepted already. To replace it, correct it.',
    );
  }
  if (measurement.recordedById === actor.accountId) {
    throw refuse(
      'FORBIDDEN',
      path,
      'Không được tự chấp nhận số liệu của chính mình.',
      'Nobody accepts an own measurement.',
    );
  }
  const refusals = await missing(Measurement, 'accept', measurement.id);
  if (refusals.length > 0) throw new DomainError(refusals);
  measurement.state = MeasurementState.ACCEPTED;
  await tx.manager.save(measurement);
  append(measurementEvent('MEASUREMENT_ACCEPTED', measurement, indicator));
  return { measurementId: measurement.id };
}
