import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseJudging, lockMeasurement } from './lock-measurement';
import { Measurement } from './measurement.entity';
import { measurementEvent } from './measurement.events';
import { ReturnMeasurementInput } from './measurement.inputs';
import { assertOthers, columnsAfter } from './measurement.rules';

/** Sends a unit's measurement back with the reason: the unit records another one in its place. Nobody returns an own one. */
export const returnMeasurement = defineCommand({
  name: 'returnMeasurement',
  description: says(
    'Trả lại số liệu do đơn vị cung cấp, kèm lý do; đơn vị ghi số khác thay thế.',
    'Sends a measurement back to the unit that gave it, with the reason; the unit records another one in its place.',
  ),
  input: ReturnMeasurementInput,
  returns: { measurement: Measurement },
  rights: authoriseJudging,
  async run({ tx, actor, now, append }, input) {
    const { measurement, indicator } = await lockMeasurement(tx, actor, input.measurementId);
    const after = columnsAfter('return', measurement, now);
    assertOthers(measurement, actor.accountId, 'return');
    const reason = input.reason.trim();
    await tx.manager.save(
      Object.assign(measurement, after, { returnReason: reason, returnedAt: now, returnedById: actor.accountId }),
    );
    append(measurementEvent('MEASUREMENT_RETURNED', measurement, indicator, { reason }));
    return { measurementId: measurement.id };
  },
});
