import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLNamedType } from 'graphql';

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

/** What an entry of an input counts as, beside its weight. */
export interface Counted {
  /** A piece of a condition: of a filter, or on groups. */
  readonly condition?: true;
  /** A condition that reads rows for every row of its list: what stands in it is asked of each of those. */
  readonly quantifier?: true;
  /** A list of values to compare with. */
  readonly values?: true;
}

interface CostExtensions {
  readonly cost?: Cost;
  readonly listSize?: ListSize;
  readonly counted?: Counted;
  readonly isFilter?: true;
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
  /** A comparison is made with every row of its list; it is planned anew for every operation that has another one. */
  condition: 1,
  /** A text is folded before it is searched in. */
  search: 5,
  /** A row is looked up by its id for every row of the list, or its table joined. */
  relation: 5,
  /** Rows are looked for at every row of the list. */
  quantifier: 100,
  /** A fact that is derived for every row of the list, for each table that it looks into. */
  derived: 20,
  orderKey: 1,
  /** A proposal that is supposed: what it would change is read and worked out. */
  supposed: 20,
  groupKey: 5,
} as const;

/** How many times over a filter counts that stands within `some`, `none` or `every`: for the rows that each row of the list leads to. */
export const ROWS_OF_QUANTIFIER = 10;

/** Extensions of an operator of a comparison. */
export function countsAsCondition(
  weight: number,
  counted: Counted = {},
): { readonly cost: Cost; readonly counted: Counted } {
  return { ...weighs(weight), counted: { condition: true, ...counted } };
}

/** Extensions of an input whose objects nest: a filter, or a condition on groups. */
export const NESTS = { isFilter: true } as const;

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

type Element = GraphQLArgument | GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLNamedType;

/** The weight that a field or a type was given, or undefined where the default holds. */
export function costOf({ extensions }: Element): Cost | undefined {
  return (extensions as CostExtensions).cost;
}

/** How long a field says that its list is, or undefined where it says nothing. */
export function listSizeOf({ extensions }: Element): ListSize | undefined {
  return (extensions as CostExtensions).listSize;
}

/** What an entry of an input counts as. */
export function countedOf({ extensions }: GraphQLInputField): Counted | undefined {
  return (extensions as CostExtensions).counted;
}

/** Whether the objects of an input nest, so that their depth is limited. */
export function isFilter({ extensions }: GraphQLNamedType): boolean {
  return (extensions as CostExtensions).isFilter === true;
}
