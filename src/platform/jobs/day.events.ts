import { EventAudience } from '../event-log/event-audience';
import { declareEvents } from '../event-log/event-types';
import { says } from '../lib/says';

/** What the log says of time. */
export const dayEvents = declareEvents({
  DAY_STARTED: {
    description: says(
      'Một ngày mới của chương trình đã bắt đầu: hạn, mức độ và quyền theo ngày được tính lại.',
      'A new day of the programme has begun: deadlines, health and rights that follow the date are derived again.',
    ),
    audience: [EventAudience.EVERYONE],
    data: { date: 'Date!' },
  },
});
