import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { ObstacleState } from './obstacle.state';

const { OPEN, IN_HAND, RESOLVED } = ObstacleState;

/** What can be done with an obstacle that was raised. */
export type ObstacleAction = 'takeUp' | 'resolve';

/** Where each action leads, by the state in which it is taken; what is not here is not possible. What is decided at once need not be taken up before. */
export const TRANSITIONS: Readonly<Record<ObstacleAction, Partial<Record<ObstacleState, ObstacleState>>>> = {
  takeUp: { OPEN: IN_HAND },
  resolve: { OPEN: RESOLVED, IN_HAND: RESOLVED },
};

/** Whether an obstacle in that state allows an action. */
export function isPossible(action: ObstacleAction, state: ObstacleState): boolean {
  return TRANSITIONS[action][state] !== undefined;
}

/** The state after an action; refuses one that the state does not allow. */
export function stateAfter(action: ObstacleAction, state: ObstacleState): ObstacleState {
  const after = TRANSITIONS[action][state];
  if (after === undefined) throw notPossible(state);
  return after;
}

function notPossible(state: ObstacleState): DomainError {
  const path = ['input', 'obstacleId'];
  if (state === OPEN || state === IN_HAND) {
    return refuse(
      'CONFLICT',
      path,
      'Vướng mắc này đã có người nhận xử lý. Khi có quyết định, hãy ghi lại (resolveObstacle).',
      'The obstacle has been taken up already. Once it is decided on, record that (resolveObstacle).',
    );
  }
  return refuse(
    'CONFLICT',
    path,
    'Vướng mắc này đã được giải quyết. Nếu còn vướng, hãy đề nghị đơn vị nêu vướng mắc mới.',
    'The obstacle is resolved already. Where something still stands in the way, ask the unit to raise it anew.',
  );
}

/** Refuses an obstacle of no subject, or of several. */
export function assertOneSubject(workItemId: string | null | undefined, targetId: string | null | undefined): void {
  if ((workItemId == null) !== (targetId == null)) return;
  throw refuse(
    'INVALID',
    ['input', workItemId == null ? 'workItemId' : 'targetId'],
    'Hãy nêu đúng một trong hai: đầu việc (workItemId) hoặc chỉ tiêu (targetId).',
    'Name exactly one of the two: a work item (workItemId) or a target (targetId).',
  );
}
