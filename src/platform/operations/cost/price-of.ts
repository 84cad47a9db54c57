import { type GraphQLSchema, Kind } from 'graphql';
import type { PlanCost } from '../../reader/statement/plan';
import type { ReadRequest } from '../../reader/statement/planner';
import { assertAffordable } from './assert-affordable';

/** What a question costs, and what its asker may spend; throws QUERY_TOO_COMPLEX when that is too little. Asked once for a plan. */
export function priceOf(schema: GraphQLSchema, { operation, fragments, variables, actor }: ReadRequest): PlanCost {
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] } as const;
  const { requested, limit } = assertAffordable(schema, { document, operation }, variables, actor);
  return { requested, limit };
}
