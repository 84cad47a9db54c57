import type { EventDraft } from '../../platform/event-log/event-draft';
import { EventAudience } from '../../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { Measurement } from './measurement.entity';
import { MeasurementState } from './measurement.state';

// what counts is everybody's; what waits belongs to the unit that gave it and the secretariat (rule R14)
const audience = [EventAudience.EVERYONE, EventAudience.UNIT];

/** What the log says of measurements; each holds the indicator’s code, period, value and source. */
export const measurementEvents = declareEvents({
  MEASUREMENT_RECORDED: {
    description: says('Một số liệu của chỉ số đã được ghi.', 'A value of an indicator was recorded.'),
    audience,
    data: {},
  },
  MEASUREMENT_ACCEPTED: {
    description: says(
      'Số liệu do đơn vị cung cấp đã được chấp nhận là chính thức.',
      'A value that a unit gave was accepted as official.',
    ),
    audience,
    data: {},
  },
  MEASUREMENT_RETURNED: {
    description: says(
      'Số liệu do đơn vị cung cấp đã bị trả lại, kèm lý do.',
      'A value that a unit gave was sent back, with the reason.',
    ),
    audience: [EventAudience.UNIT],
    data: { reason: 'String!' },
  },
  MEASUREMENT_CORRECTED: {
    description: says(
      'Một số liệu đã được đính chính, kèm giá trị cũ và lý do.',
      'A value was corrected; with the old one and the reason.',
    ),
    audience,
    data: { valueBefore: 'Float!', reason: 'String' },
  },
});

type Events = typeof measurementEvents;

/** An event on a measurement. */
export function measurementEvent<Type extends keyof Events>(
  type: Type,
  measurement: Measurement,
  indicator: string,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { id, unitId, state, period, value, source } = measurement;
  return {
    type: measurementEvents[type].type,
    subject: { type: 'Measurement', id },
    unitId,
    programmeId: null,
    audience: state === MeasurementState.ACCEPTED ? EventAudience.EVERYONE : EventAudience.UNIT,
    data: { indicator, period, value, source: source.citations[0] ?? null, ...details },
  };
}
