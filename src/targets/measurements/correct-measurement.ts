import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseJudging, lockMeasurement } from './lock-measurement';
import { Measurement } from './measurement.entity';
import { measurementEvent } from './measurement.events';
import { CorrectMeasurementInput } from './measurement.inputs';
import { assertMeasurableValue, columnsAfter } from './measurement.rules';
import { MeasurementState } from './measurement.state';

/** Puts another value in the place of an accepted one, with date and reason. The old value stays, and says what took its place (rule R15). */
export const correctMeasurement = defineCommand({
  name: 'correctMeasurement',
  description: says(
    'Đính chính số liệu đã chấp nhận; số cũ được giữ cùng ngày và lý do.',
    'Corrects an accepted measurement; the old value is kept, with date and reason.',
  ),
  input: CorrectMeasurementInput,
  returns: { measurement: Measurement },
  rights: authoriseJudging,
  async run({ tx, actor, now, append }, input) {
    const { measurement: old, indicator } = await lockMeasurement(tx, actor, input.measurementId);
    const after = columnsAfter('correct', old, now);
    assertMeasurableValue(input.value);
    await tx.manager.save(Object.assign(old, after));
    const correction = await tx.manager.save(Measurement, {
      indicatorId: old.indicatorId,
      period: old.period,
      endsOn: old.endsOn,
      value: input.value,
      state: MeasurementState.ACCEPTED,
      note: old.note,
      unitId: old.unitId,
      recordedById: actor.accountId,
      correctsId: old.id,
      correctionReason: input.reason.trim(),
      supersededAt: null,
      returnReason: null,
      returnedAt: null,
      returnedById: null,
      recordedAt: now,
      firstRecordedAt: old.firstRecordedAt ?? old.recordedAt,
      source: { citations: [input.source.trim()], reliability: null, note: null },
      // a correction of a sample value goes when the sample goes
      isSample: old.isSample,
    });
    append(
      measurementEvent('MEASUREMENT_CORRECTED', correction, indicator, {
        valueBefore: old.value,
        reason: correction.correctionReason,
      }),
    );
    return { measurementId: correction.id };
  },
});
