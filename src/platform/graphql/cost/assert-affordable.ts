import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Actor } from '../../access/actor';
import type { PlanCost } from '../../reader/plan';
import { ReadError } from '../../reader/read-error';
import { unauthenticated } from '../operation-context';
import type { ValidOperation } from '../validate-operation';
import { budgetOf } from './budgets';
import { measureCost, type MeasuredCost } from './measure-cost';

/**
 * Refuses an operation that costs more than its asker may spend, naming the dearest field; gives the cost otherwise. Called once the shape of the operation
 * is known to be within the limits, before anything is executed. What strangers may ask never costs that much: a query that does needs an account.
 */
export function assertAffordable(
  schema: GraphQLSchema,
  { document, operation }: ValidOperation,
  variables: Readonly<Record<string, unknown>>,
  actor: Actor | null,
): PlanCost {
  const measured = measureCost(schema, document, operation, variables);
  const limit = budgetOf(actor);
  if (measured.requested <= limit) return { requested: measured.requested, limit };
  if (actor === null && operation.operation === OperationTypeNode.QUERY) throw unauthenticated();
  throw tooDear(measured, limit);
}

function tooDear({ requested, dearest }: MeasuredCost, limit: number): ReadError {
  const write = (cost: number, locale: string) => cost.toLocaleString(locale);
  return new ReadError('QUERY_TOO_COMPLEX', {
    vi: `Truy vấn quá lớn: chi phí ${write(requested, 'vi')}, tối đa ${write(limit, 'vi')}. Tốn nhất là \`${dearest.path}\` (${write(dearest.cost, 'vi')}). Hãy lấy ít dòng hơn hoặc chia nhỏ truy vấn.`,
    en: `The operation is too large: it costs ${write(requested, 'en')}, at most ${write(limit, 'en')}. The dearest part is \`${dearest.path}\` (${write(dearest.cost, 'en')}). Ask for fewer rows, or split it.`,
  });
}
