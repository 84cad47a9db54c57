import { GraphQLEnumType, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { says } from '../../lib/says';
import { costsNothing } from '../cost/cost-of-field';

/** Spans of time by which dates and moments are grouped. */
export const timeBucket = new GraphQLEnumType({
  name: 'TimeBucket',
  description: says('Khoảng thời gian để nhóm.', 'Span of time to group by.'),
  values: {
    DAY: { description: says('Ngày.', 'Day.') },
    WEEK: { description: says('Tuần theo ISO 8601, bắt đầu từ thứ Hai.', 'ISO 8601 week, from Monday.') },
    MONTH: { description: says('Tháng.', 'Month.') },
    QUARTER: { description: says('Quý.', 'Quarter.') },
    HALF_YEAR: { description: says('Nửa năm.', 'Half-year.') },
    YEAR: { description: says('Năm.', 'Year.') },
  },
});

/** One key of a group. */
export const groupKey = new GraphQLObjectType({
  name: 'GroupKey',
  description: says('Một khóa của nhóm.', 'One key of a group.'),
  extensions: costsNothing,
  fields: {
    field: {
      type: new GraphQLNonNull(GraphQLString),
      description: says('Trường được nhóm, như trong `by`.', 'What was grouped by, as in `by`.'),
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
