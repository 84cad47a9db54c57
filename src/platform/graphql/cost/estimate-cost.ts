import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Actor } from '../../access/actor';
import type { PlanCost } from '../../reader/plan';
import type { ValidOperation } from '../validate-operation';
import { assertFewConditions, assertShortArguments } from './assert-few-conditions';
import { budgetOf } from './budgets';
import { measureCost } from './measure-cost';

/** What an operation costs, what its asker may spend, and which part of it is dearest. */
export interface EstimatedCost extends PlanCost {
  readonly dearest: {
    /** Response keys from the root, joined by dots; an argument in brackets where it is what costs. */
    readonly path: string;
    readonly cost: number;
  };
}

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
