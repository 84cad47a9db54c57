import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Actor } from '../../access/actor';
import { unauthenticated } from '../../schema/operation-context';
import type { ValidOperation } from '../valid-operation';
import type { EstimatedCost } from '../../schema/cost/estimated-cost';
import { estimateCost } from './estimate-cost';
import { TooExpensive } from './too-expensive';

/**
 * Refuses an operation that costs more than its asker may spend, naming the dearest field; gives the cost otherwise. Called once the shape of the operation
 * is known to be within the limits, before anything is planned or executed. What strangers may ask never costs that much: a query that does needs an account.
 */
export function assertAffordable(
  schema: GraphQLSchema,
  { document, operation }: ValidOperation,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor | null,
): EstimatedCost {
  const cost = estimateCost(schema, { document, operation }, variables, actor);
  if (cost.requested <= cost.limit) return cost;
  if (actor === null && operation.operation === OperationTypeNode.QUERY) throw unauthenticated();
  throw new TooExpensive(cost);
}
