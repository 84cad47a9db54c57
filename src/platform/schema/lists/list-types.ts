import {
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { says } from '../../lib/says';
import type { ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';
import type { AnyFieldConfig } from '../add-field';
import { PAGE_SIZE } from '../cost/cost-of-field';
import { Aggregates } from './aggregates';
import { Comparisons } from './comparisons';
import { Connections } from './connections';
import { Filters } from './filters';
import { Groups } from './groups';
import { Having } from './having';
import { Orders } from './orders';

/**
 * Makes the types of lists from the model: connections, filters, orders, aggregates, groups. Each is made once and takes its fields when a schema is made of it,
 * since types refer to each other. No field has a resolver: the reader answers whole lists.
 */
export class ListTypes {
  private readonly filters: Filters;
  private readonly orders: Orders;
  private readonly connections: Connections;

  /** `expectsRows` names the types of which rows are expected: their groups have `coverage`. */
  constructor(
    model: ReadModel,
    objectType: (name: string) => GraphQLObjectType,
    expectsRows: (type: ReadableType) => boolean,
  ) {
    const comparisons = new Comparisons();
    const aggregates = new Aggregates(model);
    const groups = new Groups(model, aggregates, new Having(model, comparisons), expectsRows);
    this.filters = new Filters(model, comparisons);
    this.orders = new Orders(model);
    this.connections = new Connections(objectType, aggregates, groups);
  }

  /** The field of a list: of all rows of a type, or of those that a collection leads to. */
  field(
    type: ReadableType,
    collection: { readonly field: string; readonly description: string } | null,
  ): AnyFieldConfig {
    return {
      type: new GraphQLNonNull(this.connections.of(type)),
      description: descriptionOf(type, collection),
      extensions: PAGE_SIZE,
      args: this.args(type),
    };
  }

  /** The filter of a type. */
  filter(type: ReadableType): GraphQLInputObjectType {
    return this.filters.of(type);
  }

  private args(type: ReadableType): GraphQLFieldConfigArgumentMap {
    return {
      first: {
        type: GraphQLInt,
        description: says(
          'Số dòng đầu, mặc định 50, tối đa 200.',
          'Rows from the beginning: 50 by default, at most 200.',
        ),
      },
      after: {
        type: GraphQLString,
        description: says(
          'Chỉ lấy các dòng đứng sau con trỏ này, thường là `endCursor` của trang trước.',
          'Rows that follow this place only: usually `endCursor` of the page before.',
        ),
      },
      last: { type: GraphQLInt, description: says('Số dòng cuối, tối đa 200.', 'Rows from the end, at most 200.') },
      before: {
        type: GraphQLString,
        description: says(
          'Chỉ lấy các dòng đứng trước con trỏ này, thường là `startCursor` của trang sau.',
          'Rows that precede this place only: usually `startCursor` of the page that follows.',
        ),
      },
      where: {
        type: this.filters.of(type),
        description: says('Bộ lọc, lồng nhau tối đa 12 tầng.', 'Filter, nested at most 12 levels deep.'),
      },
      orderBy: {
        type: new GraphQLList(new GraphQLNonNull(this.orders.of(type))),
        description: says(
          'Thứ tự: tối đa 8 khóa, qua tối đa 3 quan hệ; không có thì theo thứ tự riêng của danh sách. Khi bằng nhau, xếp theo mã định danh.',
          'Order: at most 8 keys, through at most 3 relations; the list’s own order by default. Ties are broken by id.',
        ),
      },
    };
  }
}

/** What a list holds, with a condition that can be used as it stands where its type has one. */
function descriptionOf(
  { options: { list, title, rows } }: ReadableType,
  collection: { readonly field: string; readonly description: string } | null,
): string {
  const what =
    collection?.description ?? says(rows?.vi ?? `Danh sách ${title.vi}.`, rows?.en ?? `List of ${title.en} rows.`);
  if (rows === undefined) return what;
  const [vi = '', en = ''] = what.split('\n');
  const example = `${collection?.field ?? list}(where: ${rows.where})`;
  return says(`${vi} Ví dụ: ${example}.`, `${en} For instance: ${example}.`);
}
