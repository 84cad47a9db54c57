import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseDealing, lockObstacle } from './lock-obstacle';
import { Obstacle } from './obstacle.entity';
import { obstacleEvent } from './obstacle.events';
import { TakeUpObstacleInput } from './obstacle.inputs';
import { stateAfter } from './obstacle.rules';

/** Somebody deals with an obstacle from now on: rooms see it from then on. */
export const takeUpObstacle = defineCommand({
  name: 'takeUpObstacle',
  description: says(
    'Nhận xử lý một vướng mắc; từ đó phòng họp cũng thấy. Dành cho cơ quan thường trực và lãnh đạo Ban Chỉ đạo.',
    'Begins to deal with an obstacle, which meeting rooms see from then on; for the secretariat and the committee’s head.',
  ),
  input: TakeUpObstacleInput,
  returns: { obstacle: Obstacle },
  rights: authoriseDealing,
  async run({ tx, actor, today, append }, input) {
    const { obstacle, subject } = await lockObstacle(tx, input.obstacleId);
    const state = stateAfter('takeUp', obstacle.state);
    await tx.manager.save(Object.assign(obstacle, { state, takenUpOn: today, takenUpById: actor.accountId }));
    append(obstacleEvent('OBSTACLE_TAKEN_UP', obstacle, subject, {}));
    return { obstacleId: obstacle.id };
  },
});
