import { GraphQLEnumType, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { says } from '../../lib/says';
import { costsNothing } from '../cost/cost-of-field';

/** Spans of time by which dates and moments are grouped. */
export const timeBucket = new GraphQLEnumType({
  name: 'TimeBucket',
  description: says(
    'Khoảng thời gian mà các ngày và thời điểm được gom vào; khóa là ngày đầu khoảng.',
    'Span into which dates and moments are gathered; the key is its first day.',
  ),
  values: {
    DAY: {
      description: says(
        'Mỗi ngày lịch một nhóm, ví dụ 26/7/2021.',
        'One group for each calendar date, for instance 2021-07-26.',
      ),
    },
    WEEK: { description: says('Tuần theo ISO 8601, bắt đầu từ thứ Hai.', 'ISO 8601 week, from Monday.') },
    MONTH: {
      description: says(
        'Mỗi tháng lịch một nhóm, ví dụ tháng 7/2021.',
        'One group from the first to the last date of July 2021, say.',
      ),
    },
    QUARTER: {
      description: says(
        'Mỗi quý một nhóm: tháng 1-3, 4-6, 7-9, 10-12.',
        'One group for three months: from January, April, July or October.',
      ),
    },
    HALF_YEAR: {
      description: says(
        'Mỗi nửa năm một nhóm: sáu tháng đầu năm, sáu tháng cuối năm.',
        'One group for six months: from January or from July.',
      ),
    },
    YEAR: {
      description: says('Mỗi năm dương lịch một nhóm, từ 1/1 đến 31/12.', 'One group from 1 January to 31 December.'),
    },
  },
});

/** One key of a group. */
export const groupKey = new GraphQLObjectType({
  name: 'GroupKey',
  description: says(
    'Một giá trị mà mọi dòng của nhóm đều có, kèm tên để hiển thị.',
    'One value that all rows of the group share, with what to show for it.',
  ),
  extensions: costsNothing,
  fields: {
    field: {
      type: new GraphQLNonNull(GraphQLString),
      description: says(
        'Tên trường đã nhóm, viết như trong `by`, ví dụ `LEAD_UNIT`.',
        'Name of what was grouped by, written as in `by`, for instance `LEAD_UNIT`.',
      ),
    },
    value: {
      type: GraphQLString,
      description: says(
        'Giá trị dạng chữ; với quan hệ là mã của dòng liên quan; `null` là trống hoặc không được xem.',
        'The value as text; for a relation the code of the related row; `null` when empty or not visible.',
      ),
    },
    label: {
      type: new GraphQLNonNull(GraphQLString),
      description: says('Tên để hiển thị, theo ngôn ngữ của người hỏi.', 'What to show, in the language of who asks.'),
    },
  },
});

/** How many rows a group should have, and has. */
export const coverage = new GraphQLObjectType({
  name: 'Coverage',
  description: says(
    'Độ đầy đủ của một nhóm. Số liệu tính trên mọi dòng, kể cả dòng người hỏi không được đọc nội dung, nên như nhau với mọi người.',
    'How complete a group is. Counted over all rows, those too whose content who asks may not read: the same figures for everybody.',
  ),
  fields: {
    expected: {
      type: new GraphQLNonNull(GraphQLInt),
      description: says(
        'Số báo cáo phải có, theo đơn vị và kỳ lúc đến hạn.',
        'How many were to come, by unit and period when they were due.',
      ),
    },
    received: {
      type: new GraphQLNonNull(GraphQLInt),
      description: says(
        'Trong số phải có, số đã nhận: đang chờ duyệt hoặc đã được chấp nhận.',
        'Of those, how many came: they wait for review or are accepted.',
      ),
    },
    approved: {
      type: new GraphQLNonNull(GraphQLInt),
      description: says('Trong số phải có, số đã được chấp nhận.', 'Of those, how many are accepted.'),
    },
  },
});
