import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { says } from '../../lib/says';
import type { ReadableType } from '../../reader/model/registry';
import { costsNothing, weighs, WEIGHTS } from '../cost/cost-of-field';
import type { Aggregates } from './aggregates';
import type { Groups } from './groups';
import { MadeTypes } from './made-types';

/** Where a page stands in its list. */
const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  description: says(
    'Vị trí của trang trong danh sách: còn trang trước, trang sau không, và con trỏ để lấy chúng.',
    'Where a page stands in its list: whether there is more before and after it, and the cursors to get that with.',
  ),
  extensions: costsNothing,
  fields: {
    hasNextPage: {
      type: new GraphQLNonNull(GraphQLBoolean),
      description: says(
        'Sau trang này còn dòng không; nếu còn, lấy tiếp bằng `after: endCursor`.',
        'Whether rows follow this page; if so, ask on with `after: endCursor`.',
      ),
    },
    hasPreviousPage: {
      type: new GraphQLNonNull(GraphQLBoolean),
      description: says(
        'Trước trang này còn dòng không; nếu còn, lấy bằng `last` và `before: startCursor`.',
        'Whether rows precede this page; if so, ask with `last` and `before: startCursor`.',
      ),
    },
    startCursor: {
      type: GraphQLString,
      description: says(
        'Con trỏ của dòng đầu trang, để dùng cho `before`; trống nếu trang không có dòng nào.',
        'Place of the first row of the page, for `before`; empty when the page is.',
      ),
    },
    endCursor: {
      type: GraphQLString,
      description: says(
        'Con trỏ của dòng cuối trang, để dùng cho `after`; trống nếu trang không có dòng nào.',
        'Place of the last row of the page, for `after`; empty when the page is.',
      ),
    },
  },
});

/** The pages of lists: `<Type>Connection` with its edges. */
export class Connections {
  private readonly made = new MadeTypes<GraphQLObjectType>();

  constructor(
    private readonly objectType: (name: string) => GraphQLObjectType,
    private readonly aggregates: Aggregates,
    private readonly groups: Groups,
  ) {}

  /** The page of a list of a type's rows. */
  of(type: ReadableType): GraphQLObjectType {
    const { title } = type.options;
    return this.made.of(`${type.name}Connection`, (name) => {
      return new GraphQLObjectType({
        name,
        description: says(
          `Một trang của danh sách ${title.vi}: các dòng, vị trí trang, tổng số và số liệu tổng hợp của cả danh sách.`,
          `A page of a list of ${title.en} rows: the rows, where it stands, and totals over the whole list.`,
        ),
        fields: () => this.fields(type),
      });
    });
  }

  private fields(type: ReadableType): Record<string, GraphQLFieldConfig<unknown, unknown>> {
    const groupedAggregates = this.groups.field(type);
    return {
      nodes: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(this.objectType(type.name)))),
        description: says(
          'Các dòng của trang, theo thứ tự đã yêu cầu; không kèm con trỏ.',
          'What the page holds, in the order asked for, without cursors.',
        ),
      },
      edges: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(this.edge(type)))),
        description: says(
          'Các dòng của trang, mỗi dòng kèm con trỏ để lấy tiếp từ chính dòng đó.',
          'What the page holds, each with the cursor from which to ask on.',
        ),
      },
      pageInfo: {
        type: new GraphQLNonNull(pageInfo),
        description: says(
          'Còn trang trước, trang sau không, và con trỏ để lấy chúng.',
          'Whether more rows precede and follow, and the cursors to ask for them with.',
        ),
      },
      totalCount: {
        type: new GraphQLNonNull(GraphQLInt),
        description: says(
          'Tổng số dòng của cả danh sách mà người hỏi được đọc.',
          'Rows of the whole list, as far as who asks may read them.',
        ),
        extensions: weighs(WEIGHTS.totalCount),
      },
      aggregates: {
        type: new GraphQLNonNull(this.aggregates.of(type)),
        description: says(
          'Số liệu tổng hợp trên mọi dòng của danh sách mà người hỏi được đọc.',
          'What is added up over all rows of the list that who asks may read.',
        ),
        extensions: weighs(WEIGHTS.aggregates),
      },
      ...(groupedAggregates !== null && { groupedAggregates }),
    };
  }

  private edge(type: ReadableType): GraphQLObjectType {
    const { title } = type.options;
    return new GraphQLObjectType({
      name: `${type.name}Edge`,
      description: says(
        `Một dòng ${title.vi} trong danh sách, kèm con trỏ để lấy tiếp từ dòng đó.`,
        `One ${title.en} row at its place in a list, with the cursor from which to ask on.`,
      ),
      extensions: costsNothing,
      fields: {
        cursor: {
          type: new GraphQLNonNull(GraphQLString),
          description: says(
            'Vị trí của dòng trong danh sách này, để dùng cho `after` và `before`; chỉ dùng với cùng thứ tự.',
            'Place of the row in this list, for `after` and `before`; good with the same order only.',
          ),
        },
        node: {
          type: new GraphQLNonNull(this.objectType(type.name)),
          description: says(
            'Chính dòng ở vị trí đó, với các trường người hỏi được xem.',
            'What stands at that place, with the fields that the viewer may read.',
          ),
        },
      },
    });
  }
}
