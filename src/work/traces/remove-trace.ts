import { canSeeItem } from '../items/work-item.policy';
import type { EntityManager } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertEverKeepsList, assertKeepsList } from '../lists/assert-keeps-list';
import { findLockedItem } from '../items/lock-item';
import { Trace } from './trace.entity';
import { RemoveTraceInput } from './trace.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

const PATH = ['input', 'traceId'];

/** Takes back that an item serves something; the history keeps that it once did. */
export const removeTrace = defineCommand({
  name: 'removeTrace',
  description: says(
    'Bỏ một liên kết mục tiêu ghi nhầm, kèm lý do; dành cho cơ quan thường trực. Nhật ký vẫn giữ việc đã ghi.',
    'Takes back that an item serves something, with a reason; for the secretariat. The log keeps what was there.',
  ),
  input: RemoveTraceInput,
  returns: { workItem: WorkItem },
  async rights({ tx, actor }, { traceId }) {
    const { workItemId } = await getTrace(tx.manager, traceId);
    const item = await tx.manager.findOne(WorkItem, {
      where: { id: workItemId },
      relations: { appendix: { document: true } },
    });
    if (item === null || !canSeeItem(actor, item)) throw unknown();
    assertEverKeepsList(actor, item.appendix.document, PATH);
  },
  async run({ tx, actor, append }, input) {
    const trace = await getTrace(tx.manager, input.traceId);
    const found = await findLockedItem(tx.manager, actor, trace.workItemId);
    if (found === null) throw unknown();
    const { item, document } = found;
    assertKeepsList(actor, document, 'removeTrace', PATH);
    const { affected } = await tx.manager.delete(Trace, { id: trace.id });
    if (affected === 0) throw unknown();
    append(workItemEvent('TRACE_REMOVED', item, item.leadUnitId, { reason: input.reason.trim() }));
    return { workItemId: item.id };
  },
});

async function getTrace(manager: EntityManager, globalId: string): Promise<Trace> {
  const trace = await getRow(manager, Trace, globalId);
  if (trace === null) throw unknown();
  return trace;
}

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có liên kết này. Hãy kiểm tra lại mã định danh.',
    'There is no such trace. Check the id.',
  );
}
