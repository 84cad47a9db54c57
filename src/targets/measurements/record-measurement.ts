import { holderOn } from '../../organisation/public';
import { defineCommand } from '../../platform/commands/declared-command';
import type { Command } from '../../platform/commands/command';
import { lockRow } from '../../platform/commands/rows';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { boundsOfPeriod } from '../../platform/lib/period';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { assertMeasuredByNumbers, assertNothingStands } from './assert-measurable';
import { Indicator } from '../indicator.entity';
import { Measurement } from './measurement.entity';
import { measurementEvent } from './measurement.events';
import { RecordMeasurementInput } from './measurement.inputs';
import { assertMeasurablePeriod, assertMeasurableValue } from './measurement.rules';
import { MeasurementState } from './measurement.state';
import { canJudgeMeasurements, givingUnitOf } from '../targets.policy';
import { measurementSteps } from './measurement.steps';

/** Records a measured value of an indicator for a period. By the secretariat: it counts at once; by a unit's reporter: it waits to be accepted. */
export const recordMeasurement = defineCommand({
  name: 'recordMeasurement',
  description: says(
    'Ghi số liệu của một chỉ số; do cơ quan thường trực ghi thì được chấp nhận ngay, do đơn vị ghi thì chờ chấp nhận.',
    'Records a measured value; by the secretariat it is accepted at once, by a unit it waits to be.',
  ),
  input: RecordMeasurementInput,
  returns: { measurement: Measurement },
  rights: ({ actor }) => assertRecords(actor),
  async run({ tx, actor, now, today, append, missing }, input) {
    // what is given of one indicator is judged one after the other
    const indicator = await lockRow(tx.manager, Indicator, input.indicatorId, 'for_no_key_update');
    if (indicator === null) {
      throw refuse('NOT_FOUND', ['input', 'indicatorId'], 'Không có chỉ số này.', 'There is no such indicator.');
    }
    const givingUnit = canJudgeMeasurements(actor) ? null : givingUnitOf(actor);
    assertMeasurablePeriod(input.period, today);
    assertMeasurableValue(input.value);
    await assertMeasuredByNumbers(tx.manager, actor, indicator, ['input', 'indicatorId']);
    const unitId = givingUnit === null ? null : await holderOn(tx.manager, givingUnit, today);
    if (unitId === null) {
      const { period, source, isOtherSource } = input;
      await assertNothingStands(tx.manager, {
        indicatorId: indicator.id,
        period,
        source,
        isOtherSource: isOtherSource === true,
      });
    }
    const measurement = await tx.manager.save(Measurement, {
      indicatorId: indicator.id,
      period: input.period,
      endsOn: boundsOfPeriod(input.period).to,
      value: input.value,
      state: unitId === null ? MeasurementState.ACCEPTED : MeasurementState.PROVISIONAL,
      unitId,
      recordedById: actor.accountId,
      correctsId: null,
      correctionReason: null,
      supersededAt: null,
      returnReason: null,
      returnedAt: null,
      returnedById: null,
      note: filledOrNull(input.note),
      recordedAt: now,
      firstRecordedAt: null,
      source: { citations: [input.source.trim()], reliability: null, note: null },
      isSample: false,
    });
    const refusals = await missing(measurementSteps.record, measurement.id);
    if (refusals.length > 0) throw new DomainError(refusals);
    append(measurementEvent('MEASUREMENT_RECORDED', measurement, indicator.code, {}));
    return { measurementId: measurement.id };
  },
});

function assertRecords(actor: Command['actor']): void {
  if (canJudgeMeasurements(actor) || givingUnitOf(actor) !== null) return;
  throw refuse(
    'FORBIDDEN',
    ['input', 'indicatorId'],
    'Chỉ cơ quan thường trực và cán bộ báo cáo của đơn vị được ghi số liệu.',
    'Only the secretariat and units’ reporters record measurements.',
  );
}
