import { readEach } from '../read-error';
import type { Parameter, PlannedSupposition, RunValues } from './statement';

/** One root field of an operation: a column of the statement, or left to code. */
export interface PlannedRoot {
  readonly key: string;
  readonly field: string;
  /** Index of the column that holds its JSON; null when the field is resolved in code. */
  readonly column: number | null;
  /** Whether fields below it are computed in code, so that its JSON is not handed on as it is. */
  readonly isForCode: boolean;
}

/** What an operation became: one statement with its parameters, made once for a document, its variables' shape and the asker's rights. */
export interface Plan {
  /** Unique in this process. */
  readonly id: number;
  /** Name of the prepared statement. */
  readonly name: string;
  readonly text: string;
  readonly slots: readonly Parameter[];
  /** Types of the parameters; null where the text around them says it. */
  readonly types: readonly (string | null)[];
  readonly roots: readonly PlannedRoot[];
  /** Errors of conditions that the statement found not to hold, by their column. */
  readonly checks: readonly { readonly column: number; readonly error: Error }[];
  /** Times of the past that it reads, as the programme shows them: what belongs to them must be numbered before. */
  readonly moments: readonly ((run: RunValues) => Date)[];
  /** What it supposes: worked out before it is run, in the same snapshot. */
  readonly suppositions: readonly PlannedSupposition[];
  /** What its answer depends on: tables, and `today`. */
  readonly tags: ReadonlySet<string>;
  readonly isPersonal: boolean;
  /** Whether the answer changes with every moment, so that it is never given again. */
  readonly isMomentary: boolean;
  /** Whether it has lists that are cut, and say so in their text: see `truncation.ts`. */
  readonly isCut: boolean;
  readonly cost: PlanCost | null;
  /** Fields computed in code, as `Type.field`. */
  readonly computed: readonly string[];
}

/** What an operation costs, and what it may. */
export interface PlanCost {
  readonly requested: number;
  readonly limit: number;
}

/** The values of a plan's parameters for a run. Throws BAD_USER_INPUT for values that cannot be meant. */
export function valuesOf(plan: Plan, run: RunValues): unknown[] {
  return readEach(plan.slots, (slot) => slot(run));
}
