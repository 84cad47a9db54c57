import { In } from 'typeorm';
import { Appendix, Document } from '../documents/public';
import type { Follower } from '../platform/graphql/follower';
import { WorkItem } from './work-item.entity';

/** When a plan is issued, the items on its lists come into force. */
export const takeEffect: Follower = {
  of: Document,
  step: 'issue',
  follow: async (manager, documentId) => {
    const lists = await manager.findBy(Appendix, { documentId });
    await manager.update(WorkItem, { appendixId: In(lists.map(({ id }) => id)) }, { isInForce: true });
  },
};
