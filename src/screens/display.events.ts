import type { EventDraft } from '../platform/event-log/event-draft';
import { EventAudience } from '../platform/event-log/event-audience';
import { declareEvents } from '../platform/event-log/event-types';
import { says } from '../platform/lib/says';
import type { Display } from './display.entity';

const audience = [EventAudience.RECORDS];

/** What the log says of screens; each holds the screen’s name. */
export const displayEvents = declareEvents({
  DISPLAY_CREATED: {
    description: says('Một màn hình phòng họp đã được tạo.', 'A screen of a meeting room was made.'),
    audience,
    data: {},
  },
  DISPLAY_LINK_MADE: {
    description: says(
      'Đường dẫn mở màn hình đã được tạo và hiện một lần; đường dẫn không có trong nhật ký.',
      'The link that opens a screen was made and shown once; it is nowhere in the log.',
    ),
    audience,
    data: {},
  },
  DISPLAY_REVOKED: {
    description: says('Một màn hình đã bị thu hồi.', 'A screen was revoked.'),
    audience,
    data: {},
  },
});

/** An event on a screen, for the records. */
export function displayEvent(
  type: keyof typeof displayEvents,
  { id, name, programmeId }: Pick<Display, 'id' | 'name' | 'programmeId'>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const subject = { type: 'Display', id };
  const { RECORDS } = EventAudience;
  return { type: displayEvents[type].type, subject, unitId: null, programmeId, audience: RECORDS, data: { name } };
}
