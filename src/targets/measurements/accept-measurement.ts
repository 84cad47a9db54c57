import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertMeasuredByNumbers } from './assert-measurable';
import { Indicator } from '../indicator.entity';
import { authoriseJudging, lockMeasurement } from './lock-measurement';
import { Measurement } from './measurement.entity';
import { measurementEvent } from './measurement.events';
import { AcceptMeasurementInput } from './measurement.inputs';
import { assertOthers, columnsAfter } from './measurement.rules';
import { measurementSteps } from './measurement.steps';

/** Accepts a measurement that a unit gave: from then on it counts. Nobody accepts an own one. */
export const acceptMeasurement = defineCommand({
  name: 'acceptMeasurement',
  description: says('Chấp nhận số liệu do đơn vị cung cấp.', 'Accepts a measurement that a unit gave.'),
  input: AcceptMeasurementInput,
  returns: { measurement: Measurement },
  rights: authoriseJudging,
  async run({ tx, actor, now, append, missing }, input) {
    const { measurement, indicator } = await lockMeasurement(tx, actor, input.measurementId);
    const after = columnsAfter('accept', measurement, now);
    assertOthers(measurement, actor.accountId, 'accept');
    const measured = await tx.manager.findOneByOrFail(Indicator, { id: measurement.indicatorId });
    await assertMeasuredByNumbers(tx.manager, actor, measured, ['input', 'measurementId']);
    const refusals = await missing(measurementSteps.accept, measurement.id);
    if (refusals.length > 0) throw new DomainError(refusals);
    await tx.manager.save(Object.assign(measurement, after));
    append(measurementEvent('MEASUREMENT_ACCEPTED', measurement, indicator, {}));
    return { measurementId: measurement.id };
  },
});
