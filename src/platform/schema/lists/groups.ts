import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { CITY_ZONE } from '../../lib/city-zone';
import { says } from '../../lib/says';
import { groupFieldsOf } from '../../reader/groups/group-fields';
import type { ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import { GROUPS_SIZE, type ListSize, weighs, WEIGHTS } from '../cost/cost-of-field';
import type { Aggregates } from './aggregates';
import { coverage, groupKey, timeBucket } from './group-types';
import { GroupOrders } from './group-orders';
import type { Having } from './having';

/** Keys of one group. */
const MOST_KEYS = 4;

/** The rows of a list in groups: `groupedAggregates` with its arguments and types. */
export class Groups {
  private readonly orders: GroupOrders;

  constructor(
    private readonly model: ReadModel,
    private readonly aggregates: Aggregates,
    private readonly having: Having,
    private readonly expectsRows: (type: ReadableType) => boolean,
  ) {
    this.orders = new GroupOrders(model);
  }

  /** The field of a type's groups, or null for a type that has nothing to group by. Called once for each type. */
  field(type: ReadableType): GraphQLFieldConfig<unknown, unknown> | null {
    const fields = this.groupFields(type);
    if (fields === null) return null;
    return {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(this.group(type)))),
      description: says(
        'Số liệu tổng hợp theo nhóm, trên mọi dòng của danh sách. Nếu còn nhóm khác, `extensions.truncated` của câu trả lời ghi đường dẫn, số nhóm đã trả (`shown`) và tổng số (`total`).',
        'What is added up by groups, over all rows of the list. Where there are more, `extensions.truncated` of the answer says so: the path, how many are `shown` and the `total`.',
      ),
      extensions: { ...weighs(WEIGHTS.groupedAggregates), ...GROUPS_SIZE },
      args: {
        by: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(groupBy(type, fields)))),
          description: says('Nhóm theo những gì: từ 1 đến 4.', 'What to group by: 1 to 4 entries.'),
        },
        having: {
          type: this.having.of(type),
          description: says(
            'Chỉ giữ những nhóm thỏa mãn, ví dụ `{ count: { gte: 5 } }`; `where` thì lọc từng dòng trước khi nhóm.',
            'Keeps the groups that match, for instance `{ count: { gte: 5 } }`; `where` filters rows before they are grouped.',
          ),
        },
        orderBy: {
          type: new GraphQLList(new GraphQLNonNull(this.orders.of(type))),
          description: says(
            'Thứ tự của các nhóm; rồi theo khóa tăng dần, giá trị trống ở cuối.',
            'Order of the groups; after it by keys ascending, empty ones last.',
          ),
        },
        first: {
          type: GraphQLInt,
          description: says(
            'Số nhóm đầu, từ 1 đến 1.000, mặc định 200.',
            'Groups from the beginning, 1 to 1,000: 200 by default.',
          ),
        },
      },
    };
  }

  private groupFields(type: ReadableType): GraphQLEnumType | null {
    const fields = [...groupFieldsOf(this.model, type).values()];
    if (fields.length === 0) return null;
    const { title } = type.options;
    return new GraphQLEnumType({
      name: `${type.name}GroupField`,
      description: says(
        `Trường dùng để nhóm ${title.vi}: giá trị của chính dòng, hoặc của dòng mà nó dẫn tới.`,
        `What ${title.en} rows can be grouped by: a value of their own, or of a row that they lead to.`,
      ),
      values: Object.fromEntries(fields.map(({ name, description }) => [name, { description }])),
    });
  }

  private group(type: ReadableType): GraphQLObjectType {
    const { title } = type.options;
    return new GraphQLObjectType({
      name: `${type.name}Group`,
      description: says(
        `Một nhóm ${title.vi} có cùng các khóa, với số dòng và số liệu tổng hợp.`,
        `Those ${title.en} rows that have the same keys: how many they are and what adds up over them.`,
      ),
      fields: () => ({
        keys: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(groupKey))),
          description: says(
            'Các giá trị chung của nhóm, mỗi phần tử của `by` một giá trị, theo đúng thứ tự ấy.',
            'What its rows have in common: one value for each entry of `by`, in that order.',
          ),
          extensions: { listSize: { assumedSize: MOST_KEYS } satisfies ListSize },
        },
        ...this.aggregates.fields(type),
        ...(this.expectsRows(type) && {
          coverage: {
            type: coverage,
            description: says(
              'Độ đầy đủ: số cần có, đã nhận, đã duyệt; nhóm không nhận được gì vẫn xuất hiện. Trống khi nhóm theo điều không biết trước, hoặc khi bộ lọc hỏi nội dung của dòng người hỏi không được đọc.',
              'How complete the group is: groups of which nothing came appear too. Empty where the keys are not known of what is expected, and where the filter asks for what rows say that who asks may not read.',
            ),
          },
        }),
      }),
    });
  }
}

function groupBy(type: ReadableType, fields: GraphQLEnumType): GraphQLInputObjectType {
  const { title } = type.options;
  return new GraphQLInputObjectType({
    name: `${type.name}GroupBy`,
    description: says(
      `Một khóa để nhóm ${title.vi}: trường, và khoảng thời gian nếu trường là ngày hoặc thời điểm.`,
      `One key by which ${title.en} rows are grouped: the field, and a span of time where it is a date or a moment.`,
    ),
    fields: {
      field: {
        type: new GraphQLNonNull(fields),
        description: says(
          'Trường mà giá trị của nó chia các dòng thành nhóm; giá trị trống là một nhóm riêng.',
          'Whose values divide the rows; the empty value makes a group of its own.',
        ),
        extensions: weighs(WEIGHTS.groupKey),
      },
      bucket: {
        type: timeBucket,
        description: says('Khoảng thời gian, chỉ cho ngày và thời điểm.', 'Span of time, for dates and moments alone.'),
      },
      timeZone: {
        type: GraphQLString,
        description: says(
          `Múi giờ IANA, chỉ cho thời điểm; mặc định \`${CITY_ZONE}\`.`,
          `IANA time zone, for moments alone: \`${CITY_ZONE}\` by default.`,
        ),
      },
    },
  });
}
