import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Measurement } from './measurement.entity';
import { MeasurementState } from './measurement.state';

/** What the log says of measurements. */
export type MeasurementEvent = 'MEASUREMENT_RECORDED' | 'MEASUREMENT_ACCEPTED' | 'MEASUREMENT_CORRECTED';

/** An event on a measurement. What counts is everybody's; what waits belongs to the unit that gave it and the secretariat (rule R14). */
export function measurementEvent(
  type: MeasurementEvent,
  measurement: Measurement,
  indicator: string,
  details: object = {},
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { id, unitId, state, period, value, source } = measurement;
  return {
    type,
    subject: { type: 'Measurement', id },
    unitId,
    programmeId: null,
    audience: state === MeasurementState.ACCEPTED ? EventAudience.EVERYONE : EventAudience.UNIT,
    data: { indicator, period, value, source: source.citations[0] ?? null, ...details },
  };
}
