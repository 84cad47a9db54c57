import type { GraphQLInputObjectType, GraphQLSchema } from 'graphql';
import type { ApiClient } from '../support/api-client';
import type { Filter } from './reference/filter';
import { orderedRows } from './reference/execute';
import type { OrderInput } from './reference/order';
import type { Seen } from './reference/seen';
import type { Shape } from './reference/shape';
import type { Row } from './reference/world';

/** A list to be walked from one end to the other. */
export interface WalkedList {
  /** Its field, e.g. `workItems`, and the readable type of its rows. */
  readonly field: string;
  readonly type: string;
  /** The row that it hangs on: its type and its id; without one it is a list of Query. */
  readonly under?: { readonly type: string; readonly id: string };
  readonly where?: Filter;
  readonly orderBy?: readonly OrderInput[];
}

/** One page: keys of its rows, and the places at its ends. */
export interface WalkedPage {
  readonly keys: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
  readonly hasMore: boolean;
}

interface Page {
  readonly nodes: readonly { readonly key: string }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export type Direction = 'forwards' | 'backwards';

/** The field by which rows are told apart: their ids; events have none, and their places instead. */
function keyField(type: string): string {
  return type === 'Event' ? 'cursor' : 'id';
}

/** All lists of Query. */
export function listsOf(shape: Shape): { field: string; type: string }[] {
  return shape.all.flatMap(({ name, options }) =>
    options.list === undefined ? [] : [{ field: options.list, type: name }],
  );
}

/** All lists under rows that somebody sees. */
export function listsUnderRows(seen: Seen): WalkedList[] {
  return seen.shape.all.flatMap(({ name }) => {
    const connections = [...seen.shape.of(name).values()].filter(
      (field) => field.kind === 'many' && field.as === 'connection',
    ) as { name: string; of: string }[];
    return connections.flatMap(({ name: field, of }) =>
      seen.all(name).map((row) => ({ field, type: of, under: { type: name, id: seen.globalId(row) } })),
    );
  });
}

/** The keys of a whole list in the reference's order. */
export function keysOf(seen: Seen, list: WalkedList): string[] {
  const leaf = seen.shape.leaf(list.type, keyField(list.type))!;
  return orderedRows(seen, list.type, rowsOf(seen, list), list).map((row) => seen.leaf(row, leaf) as string);
}

function rowsOf(seen: Seen, { field, type, under }: WalkedList): readonly Row[] {
  if (under === undefined) return seen.all(type);
  const collection = seen.shape.field(under.type, field);
  const parent = seen.byGlobalId(under.id);
  return parent === null || collection.kind !== 'many' ? [] : seen.many(parent, collection);
}

/** The input type of a filter (`where`) or an order (`orderBy`) of lists of a type. */
export function inputOf(schema: GraphQLSchema, type: string, argument: 'where' | 'orderBy'): GraphQLInputObjectType {
  return schema.getType(`${type}${argument === 'where' ? 'Filter' : 'Order'}`) as GraphQLInputObjectType;
}

/** Reads one page, after or (backwards) before a place of the server's own. */
export async function readPage(
  client: ApiClient,
  list: WalkedList,
  size: number,
  direction: Direction,
  place: string | null,
): Promise<WalkedPage> {
  const [count, beyond] = direction === 'forwards' ? ['first', 'after'] : ['last', 'before'];
  const field = `list: ${list.field}(${count}: $size, ${beyond}: $place, where: $where, orderBy: $orderBy) {
    nodes { key: ${keyField(list.type)} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const { under } = list;
  const selection = under === undefined ? field : `node(id: "${under.id}") { ... on ${under.type} { ${field} } }`;
  const { data, errors } = await client.ask<{ list?: Page; node?: { list: Page } }>(
    `query ($size: Int, $place: String, $where: ${list.type}Filter, $orderBy: [${list.type}Order!]) { ${selection} }`,
    { size, place, where: list.where, orderBy: list.orderBy },
  );
  if (errors !== undefined) throw new Error(`${JSON.stringify(list)}: ${JSON.stringify(errors)}`);
  const { nodes, pageInfo } = (data.list ?? data.node?.list)!;
  return {
    keys: nodes.map(({ key }) => key),
    start: pageInfo.startCursor,
    end: pageInfo.endCursor,
    hasMore: direction === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage,
  };
}

/** Reads on from a place to the end of the list (or, backwards, to its beginning); gives the keys in the list's order. */
export async function walk(
  client: ApiClient,
  list: WalkedList,
  size: number,
  direction: Direction,
  from: string | null = null,
): Promise<string[]> {
  let keys: string[] = [];
  let place = from;
  for (;;) {
    const page = await readPage(client, list, size, direction, place);
    if (page.hasMore && page.keys.length !== size) throw new Error('A page in the middle of a list is full.');
    keys = direction === 'forwards' ? [...keys, ...page.keys] : [...page.keys, ...keys];
    if (!page.hasMore) return keys;
    place = direction === 'forwards' ? page.end : page.start;
  }
}
