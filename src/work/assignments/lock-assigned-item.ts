import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Authorise } from '../../platform/commands/command';
import { refuse } from '../../platform/lib/domain-error';
import { getSeenItem, lockItemOf } from '../lists/lock-listed-item';
import type { WorkItem } from '../items/work-item.entity';
import { canAssign } from '../items/work-item.policy';

const PATH = ['input', 'workItemId'];

/** Asks who says who does what in an item that is there. */
export const authoriseAssigning: Authorise<{ readonly workItemId: string }> = async ({ tx, actor }, { workItemId }) => {
  await getSeenItem(tx.manager, actor, workItemId);
  if (canAssign(actor)) return;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ cơ quan thường trực được phân công đầu việc.',
    'Only the secretariat says who does what in an item.',
  );
};

/** The item of a client's id, locked, to say who does what in it. Refused once it is completed: who did it is history. */
export async function lockAssignedItem(manager: EntityManager, actor: Actor, globalId: string): Promise<WorkItem> {
  const { item } = await lockItemOf(manager, actor, globalId);
  if (item.completedOn === null) return item;
  throw refuse(
    'CLOSED',
    PATH,
    `Đầu việc ${item.code} đã hoàn thành, không phân công lại được. Hãy chọn đầu việc chưa hoàn thành.`,
    `The item ${item.code} is completed; who did it is not changed any more. Choose one that is still open.`,
  );
}
