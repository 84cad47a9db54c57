import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Actor } from '../../access/actor';
import type { EstimatedCost } from '../../schema/cost/estimated-cost';
import type { ValidOperation } from '../valid-operation';
import { assertFewConditions, assertShortArguments } from './assert-few-conditions';
import { budgetOf } from './budgets';
import { measureCost } from './measure-cost';

/** What an operation costs an asker, whether that is too much or not. Throws QUERY_TOO_COMPLEX for filters that nobody may ask. */
export function estimateCost(
  schema: GraphQLSchema,
  { document, operation }: ValidOperation,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor | null,
): EstimatedCost {
  const measured = measureCost(schema, document, operation, variables);
  assertFewConditions(measured);
  // what a mutation writes is bounded field by field, with the field's own name
  if (operation.operation !== OperationTypeNode.MUTATION) assertShortArguments(measured);
  return { requested: measured.requested, limit: budgetOf(actor), dearest: measured.dearest };
}
