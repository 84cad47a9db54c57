import type { Authorise } from '../../platform/commands/command';
import { refuse } from '../../platform/lib/domain-error';
import { getSeenItem } from '../items/lock-item';
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

/** Refuses to say who does what in an item that is completed: who did it is history. */
export function assertAssignable({ code, completedOn }: WorkItem): void {
  if (completedOn === null) return;
  throw refuse(
    'CLOSED',
    PATH,
    `Đầu việc ${code} đã hoàn thành, không phân công lại được. Hãy chọn đầu việc chưa hoàn thành.`,
    `The item ${code} is completed; who did it is not changed any more. Choose one that is still open.`,
  );
}
