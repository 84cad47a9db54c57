import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { boundsOfPeriod } from '../platform/lib/period';
import { Indicator } from './indicator.entity';
import { Measurement } from './measurement.entity';
import { MeasurementState } from './measurement.state';
import type { RecordMeasurementInput } from './record-measurement.inputs';
import { canRecordMeasurement } from './targets.policy';

/** Records a measured value of an indicator for a period. By the secretariat: it counts at once. */
export async function recordMeasurement(
  { tx, actor, now, today, append }: Command,
  input: RecordMeasurementInput,
): Promise<{ measurementId: string }> {
  const indicator = await findIndicator(tx.manager, input.indicatorId);
  if (indicator === null) {
    throw refuse('NOT_FOUND', ['input', 'indicatorId'], 'Không có chỉ số này.', 'There is no such indicator.');
  }
  if (!canRecordMeasurement(actor)) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'indicatorId'],
      'Chỉ cơ quan thường trực được ghi số liệu.',
      'Only the secretariat records measurements.',
    );
  }
  const { from, to } = boundsOfPeriod(input.period);
  if (from > today) {
    throw refuse(
      'INVALID',
      ['input', 'period'],
      `Kỳ ${input.period} chưa bắt đầu.`,
      `The period ${input.period} has not begun.`,
    );
  }
  const measurement = await tx.manager.save(Measurement, {
    indicatorId: indicator.id,
    period: input.period,
    endsOn: to,
    value: input.value,
    state: MeasurementState.ACCEPTED,
    note: input.note ?? null,
    recordedAt: now,
    source: { citations: [input.source], reliability: null, note: null },
    isSample: false,
  });
  append({
    type: 'MEASUREMENT_RECORDED',
    subject: { type: 'Measurement', id: measurement.id },
    unitId: null,
    programmeId: null,
    audience: EventAudience.EVERYONE,
    data: { indicator: indicator.code, period: input.period, value: input.value, source: input.source },
  });
  return { measurementId: measurement.id };
}

async function findIndicator(manager: Command['tx']['manager'], id: string): Promise<Indicator | null> {
  const parsed = parseGlobalId(id);
  return parsed?.prefix === 'in' ? manager.findOneBy(Indicator, { id: parsed.uuid }) : null;
}
