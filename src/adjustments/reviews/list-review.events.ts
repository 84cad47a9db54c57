import { EventAudience } from '../../platform/event-log/event-audience';
import { declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';

/** What the log says of reviews of lists. */
export const listReviewEvents = declareEvents({
  LIST_REVIEW_OPENED: {
    description: says(
      'Các đơn vị đã được yêu cầu rà soát một phụ lục.',
      'Units were asked to go through what they have on a list.',
    ),
    audience: [EventAudience.OFFICIALS],
    data: { appendix: 'String!', dueOn: 'Date!', units: '[String!]!' },
  },
  LIST_REVIEW_CONFIRMED: {
    description: says(
      'Một đơn vị xác nhận phần việc của mình giữ nguyên.',
      'A unit said that nothing must change of what it has on a list.',
    ),
    audience: [EventAudience.OFFICIALS],
    data: { appendix: 'String!', unit: 'String!' },
  },
});
