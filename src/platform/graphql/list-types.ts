import {
  type GraphQLFieldConfig,
  GraphQLBoolean,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  isLeafType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  getNamedType,
  type GraphQLOutputType,
  isListType,
  getNullableType,
} from 'graphql';
import { says } from '../lib/says';
import type { Collection, EntityClass } from '../reader/declarations';
import type { ListArguments } from '../reader/list-arguments';
import type { Page } from '../reader/connection-reader';
import type { ReadableType, Registry } from '../reader/registry';
import type { Row } from '../reader/row';
import type { OperationContext } from './operation-context';

const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  description: says('Thông tin phân trang.', 'Where a page stands in its list.'),
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

interface ConnectionSource {
  readonly entity: EntityClass;
  readonly list: ListArguments;
  readonly by: string | null;
  readonly parent: string;
  readonly page: () => Promise<Page>;
}

const ROOT = '00000000-0000-0000-0000-000000000000';

/** Makes the types of lists: connections with their edges, and filters by equality. */
export class ListTypes {
  private readonly connections = new Map<string, GraphQLObjectType>();
  private readonly filters = new Map<string, GraphQLInputObjectType>();
  private readonly comparisons = new Map<string, GraphQLInputObjectType>();

  constructor(
    private readonly registry: Registry,
    private readonly objectType: (name: string) => GraphQLObjectType,
  ) {}

  /** The field of a list: of all rows, or (`by`) of those that point to the row that has the field. */
  field(type: ReadableType, collection: Collection | null): GraphQLFieldConfig<Row, OperationContext, ListArguments> {
    const { title } = type.options;
    return {
      type: new GraphQLNonNull(this.connection(type)),
      description: collection?.description ?? says(`Danh sách ${title.vi}.`, `List of ${title.en} rows.`),
      args: {
        first: {
          type: GraphQLInt,
          description: says(
            'Số dòng đầu, mặc định 50, tối đa 200.',
            'Rows from the beginning: 50 unless told, at most 200.',
          ),
        },
        after: { type: GraphQLString, description: says('Sau con trỏ này.', 'After this cursor.') },
        last: { type: GraphQLInt, description: says('Số dòng cuối, tối đa 200.', 'Rows from the end, at most 200.') },
        before: { type: GraphQLString, description: says('Trước con trỏ này.', 'Before this cursor.') },
        where: { type: this.filter(type), description: says('Bộ lọc.', 'Filter.') },
      },
      resolve: (row, list, context): ConnectionSource => {
        const parent = collection === null ? ROOT : String(row[this.registry.of(collection.on).id.path]);
        const by = collection?.by ?? null;
        return {
          entity: type.entity,
          list,
          by,
          parent,
          page: () => context.reader.page(type.entity, list, by, parent),
        };
      },
    };
  }

  /** The filter of a type: equality on what it holds, nested filters on what it leads to. */
  filter(type: ReadableType): GraphQLInputObjectType {
    const known = this.filters.get(type.name);
    if (known !== undefined) return known;
    const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
      name: `${type.name}Filter`,
      description: says(
        `Bộ lọc ${type.options.title.vi}; mọi điều kiện phải cùng đúng.`,
        `Filter of ${type.options.title.en} rows; all conditions must hold.`,
      ),
      fields: () => ({
        and: {
          type: new GraphQLList(new GraphQLNonNull(filter)),
          description: says('Tất cả cùng đúng.', 'All of these hold.'),
        },
        ...Object.fromEntries(this.filterFields(type)),
      }),
    });
    this.filters.set(type.name, filter);
    return filter;
  }

  private *filterFields(type: ReadableType): Generator<[string, { type: GraphQLInputType; description: string }]> {
    for (const [name, field] of Object.entries(this.objectType(type.name).getFields())) {
      const description = field.description ?? '';
      const relation = type.toOne.get(name);
      const named = getNamedType(field.type);
      if (relation !== undefined) yield [name, { type: this.filter(this.registry.of(relation.to)), description }];
      else if (isListType(getNullableType(field.type)) || !isLeafType(named) || named.name === 'JSON') continue;
      else if (name === 'id' || type.stored.has(name) || type.derived.has(name)) {
        yield [name, { type: this.comparison(named), description }];
      }
    }
  }

  private comparison(leaf: GraphQLNamedType): GraphQLInputObjectType {
    const known = this.comparisons.get(leaf.name);
    if (known !== undefined) return known;
    const type = leaf as GraphQLInputType & GraphQLNamedType;
    const comparison = new GraphQLInputObjectType({
      name: `${leaf.name}Comparison`,
      description: says(`So sánh giá trị ${leaf.name}.`, `Comparison of ${leaf.name} values.`),
      fields: {
        eq: { type, description: says('Bằng; `null` là trống.', 'Equal; `null` means empty.') },
        ne: { type, description: says('Khác; `null` là không trống.', 'Not equal; `null` means not empty.') },
        in: {
          type: new GraphQLList(new GraphQLNonNull(type)),
          description: says('Một trong các giá trị.', 'One of these.'),
        },
      },
    });
    this.comparisons.set(leaf.name, comparison);
    return comparison;
  }

  private connection(type: ReadableType): GraphQLObjectType {
    const known = this.connections.get(type.name);
    if (known !== undefined) return known;
    const { title } = type.options;
    const node = new GraphQLNonNull(this.objectType(type.name)) as GraphQLOutputType;
    const edge = new GraphQLObjectType<{ cursor: string; node: Row }>({
      name: `${type.name}Edge`,
      description: says(`Một dòng ${title.vi} và con trỏ của nó.`, `One ${title.en} row with its cursor.`),
      fields: {
        cursor: {
          type: new GraphQLNonNull(GraphQLString),
          description: says('Con trỏ của dòng.', 'Cursor of the row.'),
        },
        node: { type: node, description: says('Dòng dữ liệu.', 'The row.') },
      },
    });
    const connection = new GraphQLObjectType<ConnectionSource, OperationContext>({
      name: `${type.name}Connection`,
      description: says(`Một trang của danh sách ${title.vi}.`, `A page of the list of ${title.en} rows.`),
      fields: {
        nodes: {
          type: new GraphQLNonNull(new GraphQLList(node)),
          description: says('Các dòng.', 'The rows.'),
          resolve: async (source) => (await source.page()).rows,
        },
        edges: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(edge))),
          description: says('Các dòng kèm con trỏ.', 'The rows with their cursors.'),
          resolve: async (source) => edgesOf(await source.page()),
        },
        pageInfo: {
          type: new GraphQLNonNull(pageInfo),
          description: says('Thông tin phân trang.', 'Where the page stands.'),
          resolve: async (source) => pageInfoOf(await source.page()),
        },
        totalCount: {
          type: new GraphQLNonNull(GraphQLInt),
          description: says('Tổng số dòng của danh sách.', 'Rows of the whole list.'),
          resolve: ({ entity, list, by, parent }, _args, context) => context.reader.count(entity, list, by, parent),
        },
      },
    });
    this.connections.set(type.name, connection);
    return connection;
  }
}

function edgesOf(page: Page): { cursor: string; node: Row }[] {
  return page.rows.map((node, index) => ({ node, cursor: page.cursors[index]! }));
}

function pageInfoOf(page: Page): object {
  return {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    startCursor: page.cursors[0] ?? null,
    endCursor: page.cursors.at(-1) ?? null,
  };
}
