import { EventAudience } from '../../platform/event-log/event-audience';
import { declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';

/** What the log says of how reports are reviewed. */
export const reviewEvents = declareEvents({
  REVIEW_LEVELS_SET: {
    description: says(
      'Các cấp xem xét báo cáo của một chương trình đã được đặt.',
      'A programme’s levels of review were set.',
    ),
    audience: [EventAudience.EVERYONE],
    data: { levels: '[String!]!', levelsBefore: '[String!]!', standingDeputyHeadFrom: 'String' },
  },
});
