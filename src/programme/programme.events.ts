import { EventAudience } from '../platform/event-log/event-audience';
import { declareEvents } from '../platform/event-log/event-types';
import { says } from '../platform/lib/says';

const audience = [EventAudience.EVERYONE];

/** What the log says of programmes and their committees. */
export const programmeEvents = declareEvents({
  VIEWPOINT_ADDED: {
    description: says('Một quan điểm của chương trình đã được ghi.', 'A viewpoint of a programme was entered.'),
    audience,
    data: { number: 'Int!', text: 'String!' },
  },
  COMMITTEE_FOUNDED: {
    description: says(
      'Ban Chỉ đạo của một chương trình đã được thành lập, với các chức danh tham gia.',
      'The committee of a programme was founded; with the offices on it.',
    ),
    audience,
    data: { name: 'String!', foundedOn: 'Date!', decision: 'String!', members: '[String!]!' },
  },
  COMMITTEE_REFORMED: {
    description: says(
      'Ban Chỉ đạo đã được kiện toàn: chức danh thôi tham gia và chức danh mới.',
      'A committee was re-formed: the offices that left it and those that came.',
    ),
    audience,
    data: { effectiveOn: 'Date!', decision: 'String!', left: '[String!]!', came: '[String!]!' },
  },
  PROGRAMME_LOADED: {
    description: says(
      'Dữ liệu công khai của các chương trình đã được nạp, có hoặc không có dữ liệu mẫu.',
      'The public facts of the programmes were loaded, with or without sample rows.',
    ),
    audience,
    data: { programme: 'String!', hasSampleRows: 'Boolean!' },
  },
  SAMPLE_REMOVED: {
    description: says(
      'Toàn bộ dữ liệu mẫu đã được xóa; kèm số dòng của từng bảng.',
      'All sample rows were removed; with their number by table.',
    ),
    audience,
    data: { removed: 'JSON!' },
  },
});
