import type { PlanCost } from '../../reader/statement/plan';

/** What an operation costs, what its asker may spend, and which part of it is dearest. */
export interface EstimatedCost extends PlanCost {
  readonly dearest: {
    /** Response keys from the root, joined by dots; an argument in brackets where it is what costs. */
    readonly path: string;
    readonly cost: number;
  };
}
