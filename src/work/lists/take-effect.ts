import { In } from 'typeorm';
import { Appendix, documentSteps } from '../../documents/public';
import type { Reaction } from '../../platform/commands/steps';
import { WorkItem } from '../items/work-item.entity';

/** When a plan is issued, the items on its lists come into force. */
export const takeEffect: Reaction = {
  steps: [documentSteps.issue],
  react: async (manager, documentId) => {
    const lists = await manager.findBy(Appendix, { documentId });
    await manager.update(WorkItem, { appendixId: In(lists.map(({ id }) => id)) }, { isInForce: true });
  },
};
