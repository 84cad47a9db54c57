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
import type { ReadableType } from '../../reader/registry';
import { costsNothing, weighs, WEIGHTS } from '../cost/cost-of-field';
import type { Aggregates } from './aggregates';
import type { Groups } from './groups';
import { MadeTypes } from './made-types';

/** Where a page stands in its list. */
const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  description: says('Thông tin phân trang.', 'Where a page stands in its list.'),
  extensions: costsNothing,
  fields: {
    hasNextPage: {
      type: new GraphQLNonNull(GraphQLBoolean),
      description: says('Còn dòng phía sau.', 'Whether rows follow.'),
    },
    hasPreviousPage: {
      type: new GraphQLNonNull(GraphQLBoolean),
      description: says('Còn dòng phía trước.', 'Whether rows precede.'),
    },
    startCursor: { type: GraphQLString, description: says('Con trỏ của dòng đầu.', 'Cursor of the first row.') },
    endCursor: { type: GraphQLString, description: says('Con trỏ của dòng cuối.', 'Cursor of the last row.') },
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
        description: says(`Một trang của danh sách ${title.vi}.`, `A page of the list of ${title.en} rows.`),
        fields: () => this.fields(type),
      });
    });
  }

  private fields(type: ReadableType): Record<string, GraphQLFieldConfig<unknown, unknown>> {
    const groupedAggregates = this.groups.field(type);
    return {
      nodes: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(this.objectType(type.name)))),
        description: says('Các dòng.', 'The rows.'),
      },
      edges: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(this.edge(type)))),
        description: says('Các dòng kèm con trỏ.', 'The rows with their cursors.'),
      },
      pageInfo: {
        type: new GraphQLNonNull(pageInfo),
        description: says('Thông tin phân trang.', 'Where the page stands.'),
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
      description: says(`Một dòng ${title.vi} và con trỏ của nó.`, `One ${title.en} row with its cursor.`),
      extensions: costsNothing,
      fields: {
        cursor: {
          type: new GraphQLNonNull(GraphQLString),
          description: says('Con trỏ của dòng.', 'Cursor of the row.'),
        },
        node: {
          type: new GraphQLNonNull(this.objectType(type.name)),
          description: says('Dòng dữ liệu.', 'The row.'),
        },
      },
    });
  }
}
