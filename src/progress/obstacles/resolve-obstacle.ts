import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseDealing, lockObstacle } from './lock-obstacle';
import { Obstacle } from './obstacle.entity';
import { obstacleEvent } from './obstacle.events';
import { ResolveObstacleInput } from './obstacle.inputs';
import { stateAfter } from './obstacle.rules';

/** Records what was decided on an obstacle: nothing stands in the way any more. */
export const resolveObstacle = defineCommand({
  name: 'resolveObstacle',
  description: says(
    'Ghi quyết định tháo gỡ một vướng mắc, dù đã nhận xử lý trước đó hay chưa; dành cho cơ quan thường trực và lãnh đạo Ban Chỉ đạo.',
    'Records what was decided on an obstacle, whether or not it was taken up before; for the secretariat and the committee’s head.',
  ),
  input: ResolveObstacleInput,
  returns: { obstacle: Obstacle },
  rights: authoriseDealing,
  async run({ tx, actor, today, append }, input) {
    const { obstacle, subject } = await lockObstacle(tx, input.obstacleId);
    const state = stateAfter('resolve', obstacle.state);
    const decision = input.decision.trim();
    await tx.manager.save(
      Object.assign(obstacle, { state, decision, resolvedOn: today, resolvedById: actor.accountId }),
    );
    append(obstacleEvent('OBSTACLE_RESOLVED', obstacle, subject, { decision }));
    return { obstacleId: obstacle.id };
  },
});
