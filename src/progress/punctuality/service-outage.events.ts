import { EventAudience } from '../../platform/event-log/event-audience';
import type { EventDraft } from '../../platform/event-log/event-draft';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { ServiceOutage } from './service-outage.entity';

// it moves what everybody sees: who was on time
const audience = [EventAudience.EVERYONE];

/** What the log says of outages; each holds the first and the last day. */
export const serviceOutageEvents = declareEvents({
  SERVICE_OUTAGE_RECORDED: {
    description: says(
      'Đã ghi nhận một đợt hệ thống gián đoạn, kèm lý do.',
      'It was recorded that the system could not be used, and why.',
    ),
    audience,
    data: { reason: 'String!' },
  },
  SERVICE_OUTAGE_REMOVED: {
    description: says(
      'Một đợt gián đoạn ghi nhầm đã được gỡ, kèm lý do.',
      'An outage that was recorded by mistake was removed, with the reason.',
    ),
    // rooms read no outage that is gone
    audience: [EventAudience.OFFICIALS],
    data: { reason: 'String!' },
  },
});

type Events = typeof serviceOutageEvents;

/** An event on an outage. */
export function serviceOutageEvent<Type extends keyof Events>(
  type: Type,
  { id, startsOn, endsOn }: ServiceOutage,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type: name, audience: whom } = serviceOutageEvents[type];
  return {
    type: name,
    // what was removed is there no more
    subject: type === 'SERVICE_OUTAGE_REMOVED' ? null : { type: 'ServiceOutage', id },
    unitId: null,
    programmeId: null,
    audience: whom[0],
    data: { startsOn, endsOn, ...details },
  };
}
