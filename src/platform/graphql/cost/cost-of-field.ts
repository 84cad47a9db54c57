import type { GraphQLField, GraphQLNamedType } from 'graphql';

/** What `@cost` says: how much is added for each appearance. */
interface Cost {
  readonly weight: number;
}

/** What `@listSize` says: how long a list is. The names are those of the directive's arguments. */
export interface ListSize {
  readonly assumedSize?: number;
  readonly slicingArguments?: readonly string[];
  readonly sizedFields?: readonly string[];
  readonly requireOneSlicingArgument?: boolean;
}

interface CostExtensions {
  readonly cost?: Cost;
  readonly listSize?: ListSize;
}

/**
 * Weights of fields. The unit is one row found by an index and written as JSON: that is what every object counts for by itself (the directive's default for
 * object types), and what its stored values are part of, so they count for nothing.
 */
export const WEIGHTS = {
  /** One more table that a derived fact looks into: a row by an index, or a handful. Facts of the row's own columns count for nothing. */
  tableRead: 1,
  /** All rows of the list are found, though not one is written; most lists have some dozens, the longest are found by their index alone. */
  totalCount: 10,
  /** All rows are found, and their values read and added up. */
  aggregates: 20,
  /** All rows are read, sorted into groups and labelled from the tables that they lead to; the groups themselves count by their size. */
  groupedAggregates: 50,
} as const;

/** Rows of a list that is short by nature, such as the milestones of an item: few have more. */
export const SHORT_LIST = 20;

/** Extensions of a field with that weight. */
export function weighs(weight: number): { readonly cost: Cost } {
  return { cost: { weight } };
}

/** Extensions of an object type that is only a part of what holds it: an edge, a summary, a value of several columns. */
export const costsNothing = weighs(0);

/** Extensions of a field that gives a page. */
export const PAGE_SIZE: { readonly listSize: ListSize } = {
  listSize: {
    assumedSize: 50,
    slicingArguments: ['first', 'last'],
    sizedFields: ['nodes', 'edges'],
    requireOneSlicingArgument: false,
  },
};

/** Extensions of a field that gives groups. */
export const GROUPS_SIZE: { readonly listSize: ListSize } = {
  listSize: { assumedSize: 200, slicingArguments: ['first'], requireOneSlicingArgument: false },
};

type Element = GraphQLField<unknown, unknown> | GraphQLNamedType;

/** The weight that a field or a type was given, or undefined where the default holds. */
export function costOf({ extensions }: Element): Cost | undefined {
  return (extensions as CostExtensions).cost;
}

/** How long a field says that its list is, or undefined where it says nothing. */
export function listSizeOf({ extensions }: Element): ListSize | undefined {
  return (extensions as CostExtensions).listSize;
}
