import type { EntityManager } from 'typeorm';
import { Appendix, Document } from '../documents/public';
import type { Gate } from '../platform/graphql/gate';
import type { Refusal } from '../platform/lib/domain-error';
import { listGap } from './appendix-rows.rules';
import { WorkItem } from './work-item.entity';

/** A document is submitted, approved and issued with lists that hold the rows which they must (rules R1 and R7). */
export const appendixGates: readonly Gate[] = ['submit', 'approve', 'issue'].map((step) => ({
  of: Document,
  step,
  missing: appendixGaps,
}));

async function appendixGaps(manager: EntityManager, documentId: string): Promise<Refusal[]> {
  const lists = await manager.find(Appendix, { where: { documentId }, order: { code: 'ASC' } });
  const gaps = [];
  for (const { id, code, expectedCount } of lists) {
    const actualCount = await manager.countBy(WorkItem, { appendixId: id });
    gaps.push(listGap({ code, expectedCount, actualCount }));
  }
  return gaps.filter((gap) => gap !== null);
}
