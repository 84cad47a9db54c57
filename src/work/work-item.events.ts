import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { WorkItem } from './work-item.entity';

/** What the log says of work items. */
export type WorkItemEvent =
  | 'LEAD_UNIT_ASSIGNED'
  | 'UNIT_ROLE_ASSIGNED'
  | 'UNIT_ROLE_ENDED'
  | 'RESPONSIBLE_PERSON_ASSIGNED'
  | 'WORK_ITEM_DESCRIBED'
  | 'WORK_ITEM_VERIFIED'
  | 'MILESTONES_ADDED'
  | 'RESOURCE_ADDED'
  | 'RESOURCE_DECIDED'
  | 'DELIVERABLE_ADDED'
  | 'DELIVERABLE_ACCEPTED'
  | 'WORK_ITEM_TRACED'
  | 'TRACE_REMOVED';

/** Events with words of officials that the item itself does not hold: what an inspection found, why somebody else leads it, why it serves something no more. */
const WORDS: ReadonlySet<WorkItemEvent> = new Set(['WORK_ITEM_VERIFIED', 'LEAD_UNIT_ASSIGNED', 'TRACE_REMOVED']);

/** An event on an item and the unit that it concerns. Who does what is everybody's to know; of a draft, and what was said beside, officials' alone (rule R14). */
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
    audience: item.isInForce && !WORDS.has(type) ? EventAudience.EVERYONE : EventAudience.OFFICIALS,
    data: { workItem: item.code, ...details },
  };
}
