import { EventAudience } from '../../platform/event-log/event-audience';
import { declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';

/** What the log says of the calendar of working days. It is public. */
export const nonWorkingDayEvents = declareEvents({
  NON_WORKING_DAYS_SET: {
    description: says(
      'Lịch ngày nghỉ, ngày làm bù đã thay đổi; kèm các ngày nay đã có quyết định và các ngày không còn quyết định nữa.',
      'The calendar of days off and worked weekend days has changed; with the dates that are decided now, and those that are no more.',
    ),
    audience: [EventAudience.EVERYONE],
    data: { set: '[String!]!', removed: '[String!]!' },
  },
});
