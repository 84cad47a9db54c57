import type { Plan, PlanCost } from '../reader/statement/plan';
import type { Variables } from '../reader/lists/argument-value';
import type { OperationContext } from '../schema/operation-context';

/** How an operation is answered: for operators who ask with the header `x-explain: 1`. */
export interface Explanation {
  readonly statement: string;
  readonly parameters: number;
  /** Tables, and `today`: an event on one of them makes the answer be read anew. */
  readonly dependsOn: readonly string[];
  /** Fields that are computed in code. */
  readonly computed: readonly string[];
  readonly cost: PlanCost | null;
  /** PostgreSQL's plan of the statement. */
  readonly plan: unknown;
}

/** Explains a plan for the variables of this operation. The statement is planned, not run. */
export async function explainPlan(context: OperationContext, plan: Plan, variables: Variables): Promise<Explanation> {
  const { reader } = context.services;
  const { text, slots, tags, computed, cost } = plan;
  return {
    statement: text,
    parameters: slots.length,
    dependsOn: [...tags].sort(),
    computed,
    cost,
    plan: await reader.explain(plan, { ...context.run, variables }),
  };
}
