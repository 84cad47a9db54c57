import { writeCursor } from '../event-log/log-cursor';
import type { PlanCost } from '../reader/statement/plan';
import type { Truncation } from '../reader/lists/truncation';
import type { EstimatedCost } from '../schema/cost/estimated-cost';
import type { OperationContext } from '../schema/operation-context';

/** What an answer that was executed in code says beside its data. */
export interface ExecutedExtensions {
  readonly cursor: string;
  readonly cost?: PlanCost | EstimatedCost;
  readonly truncated?: readonly Truncation[];
}

/** The extensions of an answer that no statement gave as a whole: a mutation, a refusal, an estimate. Refusals for their cost and estimates name the dearest part. */
export function executedExtensions(
  { cost, services, truncated }: OperationContext,
  isRun: boolean,
): ExecutedExtensions {
  const shown = cost === null || !isRun ? cost : { requested: cost.requested, limit: cost.limit };
  return {
    cursor: writeCursor(services.log.feed.head),
    ...(shown !== null && { cost: shown }),
    ...(truncated.length > 0 && { truncated }),
  };
}
