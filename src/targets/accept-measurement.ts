import type { Command } from '../platform/graphql/run-command';
import { DomainError, refuse } from '../platform/lib/domain-error';
import { assertMeasuredByNumbers } from './assert-measurable';
import { Indicator } from './indicator.entity';
import { lockMeasurement } from './lock-measurement';
import { Measurement } from './measurement.entity';
import { measurementEvent } from './measurement.events';
import type { AcceptMeasurementInput } from './measurement.inputs';
import { columnsAfter } from './measurement.rules';

/** Accepts a measurement that a unit gave: from then on it counts. Nobody accepts an own one. */
export async function acceptMeasurement(
  { tx, actor, now, append, missing }: Command,
  input: AcceptMeasurementInput,
): Promise<{ measurementId: string }> {
  const { measurement, indicator } = await lockMeasurement(tx, actor, input.measurementId);
  const after = columnsAfter('accept', measurement, now);
  if (measurement.recordedById === actor.accountId) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'measurementId'],
      'Không được tự chấp nhận số liệu của chính mình.',
      'Nobody accepts an own measurement.',
    );
  }
  const measured = await tx.manager.findOneByOrFail(Indicator, { id: measurement.indicatorId });
  await assertMeasuredByNumbers(tx.manager, actor, measured, ['input', 'measurementId']);
  const refusals = await missing(Measurement, 'accept', measurement.id);
  if (refusals.length > 0) throw new DomainError(refusals);
  await tx.manager.save(Object.assign(measurement, after));
  append(measurementEvent('MEASUREMENT_ACCEPTED', measurement, indicator));
  return { measurementId: measurement.id };
}
