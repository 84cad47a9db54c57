import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Display } from './display.entity';

/** What the log says of screens. */
export type DisplayEvent = 'DISPLAY_CREATED' | 'DISPLAY_LINK_MADE' | 'DISPLAY_REVOKED';

/** An event on a screen, for the records. The link itself is never in it. */
export function displayEvent(
  type: DisplayEvent,
  { id, name, programmeId }: Pick<Display, 'id' | 'name' | 'programmeId'>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const audience = EventAudience.RECORDS;
  return { type, subject: { type: 'Display', id }, unitId: null, programmeId, audience, data: { name } };
}
