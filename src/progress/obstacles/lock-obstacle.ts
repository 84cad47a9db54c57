import type { Actor } from '../../platform/access/actor';
import type { Transaction } from '../../platform/database/transaction';
import { getRow, lockRow, rowOf } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { Obstacle } from './obstacle.entity';
import type { ObstacleSubject } from './obstacle.events';
import { canDealWithObstacles, canSeeObstacle } from './obstacle.policy';

const PATH = ['input', 'obstacleId'];
const SUBJECTS = { workItem: true, target: true } as const;

/** Asks whether the actor deals with the obstacle that an input names. What a room does not see is not there for it. */
export async function authoriseDealing(
  { tx, actor }: { readonly tx: Transaction; readonly actor: Actor },
  { obstacleId }: { readonly obstacleId: string },
): Promise<void> {
  const obstacle = await getRow(tx.manager, Obstacle, obstacleId, SUBJECTS);
  if (obstacle === null || !canSeeObstacle(actor, obstacle)) throw unknown();
  if (canDealWithObstacles(actor)) return;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ cơ quan thường trực và lãnh đạo Ban Chỉ đạo xử lý vướng mắc.',
    'Only the secretariat and the committee’s head deal with obstacles.',
  );
}

/** The obstacle that an input names, locked, with what it is about. */
export async function lockObstacle(
  { manager }: Transaction,
  globalId: string,
): Promise<{ obstacle: Obstacle; subject: ObstacleSubject }> {
  const obstacle = await lockRow(manager, Obstacle, globalId);
  if (obstacle === null) throw unknown();
  const { workItem, target } = (await rowOf(manager, Obstacle, obstacle.id, SUBJECTS))!;
  const subject: ObstacleSubject = {
    workItem: workItem?.code ?? null,
    target: target?.number ?? null,
    programmeId: (workItem ?? target)!.programmeId,
    isDecided: workItem?.isInForce ?? true,
  };
  return { obstacle, subject };
}

function unknown() {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có vướng mắc này. Hãy kiểm tra lại mã định danh.',
    'There is no such obstacle. Check the id.',
  );
}
