import type { Command } from '../platform/graphql/run-command';
import { type DomainError, refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { assertKeepsList, lockPlannedItem } from './lock-listed-item';
import { Trace } from './trace.entity';
import type { RemoveTraceInput } from './trace.inputs';
import { workItemEvent } from './work-item.events';

const PATH = ['input', 'traceId'];

/** Takes back that an item serves something; the history keeps that it once did. */
export async function removeTrace(
  { tx, actor, append }: Command,
  input: RemoveTraceInput,
): Promise<{ workItemId: string }> {
  const parsed = parseGlobalId(input.traceId);
  const trace = parsed?.prefix === 'tc' ? await tx.manager.findOneBy(Trace, { id: parsed.uuid }) : null;
  if (trace === null) throw unknown();
  const found = await lockPlannedItem(tx.manager, actor, trace.workItemId);
  if (found === null) throw unknown();
  const { item, document } = found;
  assertKeepsList(actor, document, 'removeTrace', PATH);
  const { affected } = await tx.manager.delete(Trace, { id: trace.id });
  if (affected === 0) throw unknown();
  append(workItemEvent('TRACE_REMOVED', item, item.leadUnitId, { reason: input.reason.trim() }));
  return { workItemId: item.id };
}

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có liên kết này. Hãy kiểm tra lại mã định danh.',
    'There is no such trace. Check the id.',
  );
}
