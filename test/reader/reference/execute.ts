import {
  defaultFieldResolver,
  execute,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';
import { aggregatesOf } from './aggregates';
import { type Filter, holds } from './filter';
import { type GroupArguments, groupsOf } from './groups';
import { orderOf, type OrderInput } from './order';
import { compareByKeys } from './own-order';
import { type Seen, withoutMoment } from './seen';
import type { Row } from './world';
import { oneForm } from './text';

/** Marks places where the server writes a cursor of its own; the same row of the same list has the same mark. */
export const CURSOR_MARK = '‹cursor›';

/** Arguments of a list. Places in it (`after`, `before`) are the server's alone: walking is compared by its own test. */
export interface ListArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly where?: Filter | null;
  readonly orderBy?: readonly OrderInput[] | null;
}

/** What somebody asked at one moment, and what the reference does with `asOf`. */
export interface ReferenceContext {
  readonly present: Seen;
  readonly past?: (at: { readonly at?: string | null; readonly cursor?: string | null }) => Seen;
}

interface Sourced {
  readonly seen: Seen;
  readonly row: Row;
}

const DEFAULT_PAGE = 50;

/** Runs an operation over rows in memory, by plain graphql-js; throws when that gives errors. */
export function executeReference(
  context: ReferenceContext,
  text: string,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  const result = execute({
    schema: context.present.shape.schema,
    document: parse(text),
    variableValues: variables,
    rootValue: context.present,
    contextValue: context,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  if (result instanceof Promise) throw new Error('The reference answers at once.');
  if (result.errors !== undefined) throw new Error(`The reference failed: ${result.errors.join('\n')}\n${text}`);
  return result.data;
}

const resolveType: GraphQLTypeResolver<Sourced, ReferenceContext> = ({ row }) => row.type.name;

const resolveField: GraphQLFieldResolver<unknown, ReferenceContext> = (source, args, context, info) => {
  const { parentType, fieldName, returnType } = info;
  if (parentType.name === 'Query' || parentType.name === 'Snapshot') {
    return resolveRoot(source as Seen, fieldName, args, context, getNamedType(returnType).name);
  }
  if (context.present.shape.isReadable(parentType.name)) return resolveRowField(source as Sourced, fieldName, args);
  return defaultFieldResolver(source, args, context, info);
};

function resolveRoot(
  seen: Seen,
  field: string,
  args: Readonly<Record<string, unknown>>,
  context: ReferenceContext,
  typeName: string,
): unknown {
  if (field === 'asOf') return context.past!(args);
  if (field === 'node') {
    const id = String(args.id);
    // an id that carries a moment is answered as of that moment
    const then = seen.moment === '' && withoutMoment(id) !== id ? context.past!({ cursor: id.split('@')[1]! }) : seen;
    return nodeOf(then, then.byGlobalId(id));
  }
  const type = seen.shape.all.find(({ options }) => options.list === field || options.one?.field === field);
  if (type === undefined) throw new Error(`The reference does not answer Query.${field}: ${typeName}.`);
  if (type.options.list === field) return connectionOf(seen, type.name, seen.all(type.name), args, '');
  const { by } = type.options.one!;
  const wanted = oneForm(String(args[by]));
  return sourced(seen, seen.all(type.name).find((row) => oneForm(String(row.values[by])) === wanted) ?? null);
}

function resolveRowField({ seen, row }: Sourced, name: string, args: ListArguments): unknown {
  const field = seen.shape.field(row.type.name, name);
  switch (field.kind) {
    case 'leaf':
      return seen.leaf(row, field);
    case 'object':
      return seen.object(row, field);
    case 'toOne':
      return sourced(seen, seen.follow(row, field));
    case 'any':
      return nodeOf(seen, seen.subject(row));
    case 'many': {
      const rows = seen.many(row, field);
      if (field.as === 'connection') return connectionOf(seen, field.of, rows, args, row.id);
      if (field.as === 'one') return sourced(seen, rows[0] ?? null);
      return rows.map((related) => sourced(seen, related));
    }
  }
}

function sourced(seen: Seen, row: Row | null): Sourced | null {
  return row === null ? null : { seen, row };
}

/** A row as Node; null for rows of types that are none. */
function nodeOf(seen: Seen, row: Row | null): Sourced | null {
  if (row === null) return null;
  const type = seen.shape.schema.getType(row.type.name);
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node') ? { seen, row } : null;
}

/** Those of some rows of a type that a list has, in its order: all of them, without pages. */
export function orderedRows(seen: Seen, type: string, candidates: readonly Row[], list: ListArguments): readonly Row[] {
  const keys = orderOf(seen, type, list.orderBy);
  return candidates
    .filter((row) => holds(seen, row, list.where))
    .sort((left, right) => compareByKeys(keys, left, right));
}

function connectionOf(
  seen: Seen,
  type: string,
  candidates: readonly Row[],
  list: ListArguments,
  parent: string,
): Record<string, unknown> {
  const rows = orderedRows(seen, type, candidates, list);
  const size = list.last ?? list.first ?? DEFAULT_PAGE;
  const isFromEnd = list.last != null;
  const page = isFromEnd ? rows.slice(Math.max(0, rows.length - size)) : rows.slice(0, size);
  const hasMore = rows.length > size;
  const name = `${type} ${parent} ${JSON.stringify([list.where ?? null, list.orderBy ?? null])}`;
  const cursorOf = (row: Row | undefined) => (row === undefined ? null : `${CURSOR_MARK} ${name} ${row.id}`);
  return {
    nodes: page.map((row) => ({ seen, row })),
    edges: page.map((row) => ({ cursor: cursorOf(row), node: { seen, row } })),
    pageInfo: {
      hasNextPage: !isFromEnd && hasMore,
      hasPreviousPage: isFromEnd && hasMore,
      startCursor: cursorOf(page[0]),
      endCursor: cursorOf(page.at(-1)),
    },
    totalCount: rows.length,
    aggregates: () => aggregatesOf(seen, type, rows),
    groupedAggregates: (args: GroupArguments) => groupsOf(seen, type, rows, args),
  };
}
