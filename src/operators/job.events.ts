import { EventAudience } from '../platform/event-log/event-audience';
import type { EventDraft } from '../platform/event-log/event-draft';
import { declareEvents } from '../platform/event-log/event-types';
import { says } from '../platform/lib/says';

/** What the log says of the queue of jobs; its subject is in the queue alone, so that what it was is said. */
export const jobEvents = declareEvents({
  JOB_RETRIED: {
    description: says(
      'Quản trị viên cho thử lại ngay một việc đã lỗi của hàng đợi.',
      'An administrator had work of the queue that had failed tried again at once.',
    ),
    audience: [EventAudience.RECORDS],
    data: { name: 'String!', key: 'String', attempts: 'Int!' },
  },
});

/** The event that a job is tried again. */
export function jobRetried(
  id: string,
  data: { readonly name: string; readonly key: string | null; readonly attempts: number },
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type, audience } = jobEvents.JOB_RETRIED;
  return { type, subject: { type: 'Job', id }, unitId: null, programmeId: null, audience: audience[0], data };
}
