import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Unit } from './unit.entity';

/** What the log says of units. */
export type UnitEvent = 'UNIT_CREATED' | 'UNIT_MOVED' | 'UNIT_ENDED';

/** An event on a unit: the city's structure is public. Who holds what may have changed with it, though no command writes that itself. */
export function unitEvent(type: UnitEvent, unit: Unit, details: object = {}): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type,
    subject: { type: 'Unit', id: unit.id },
    unitId: unit.id,
    programmeId: null,
    audience: EventAudience.EVERYONE,
    data: { unit: unit.code, ...details },
    extraTags: ['unit_heir'],
  };
}
