import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { WorkItem } from './work-item.entity';

/** What the log says of work items. */
export type WorkItemEvent =
  'LEAD_UNIT_ASSIGNED' | 'UNIT_ROLE_ASSIGNED' | 'UNIT_ROLE_ENDED' | 'RESPONSIBLE_PERSON_ASSIGNED';

/** An event on an item and the unit that it concerns. Who does what is everybody's to know. */
export function workItemEvent(
  type: WorkItemEvent,
  item: WorkItem,
  unitId: string | null,
  details: object,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type,
    subject: { type: 'WorkItem', id: item.id },
    unitId,
    programmeId: item.programmeId,
    audience: EventAudience.EVERYONE,
    data: { workItem: item.code, ...details },
  };
}
