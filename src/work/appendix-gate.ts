import { Appendix, Document } from '../documents/public';
import type { Gate } from '../platform/graphql/gate';
import { listGap } from './appendix-rows.rules';
import { WorkItem } from './work-item.entity';

/** A document is submitted with lists that hold the rows which they must (rules R1 and R7). */
export const appendixGate: Gate = {
  of: Document,
  step: 'submit',
  missing: async (manager, documentId) => {
    const lists = await manager.find(Appendix, { where: { documentId }, order: { code: 'ASC' } });
    const gaps = [];
    for (const { id, code, expectedCount } of lists) {
      const actualCount = await manager.countBy(WorkItem, { appendixId: id });
      gaps.push(listGap({ code, expectedCount, actualCount }));
    }
    return gaps.filter((gap) => gap !== null);
  },
};
