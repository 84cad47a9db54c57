import type { SchemaContribution } from '../../platform/schema/schema-contribution';
import { says } from '../../platform/lib/says';
import { Target } from '../../targets/public';
import { WorkItem } from '../../work/public';
import { Obstacle } from './obstacle.entity';
import { obstacleEvents } from './obstacle.events';
import { ObstacleFields, TargetObstacleFields } from './obstacle.fields';
import { readableObstacles } from './obstacle.policy';
import { raiseObstacle } from './raise-obstacle';
import { resolveObstacle } from './resolve-obstacle';
import { takeUpObstacle } from './take-up-obstacle';

/** What obstacles bring to the schema. */
export const obstacles = {
  commands: [raiseObstacle, takeUpObstacle, resolveObstacle],
  events: [obstacleEvents],
  resolvers: [ObstacleFields, TargetObstacleFields],
  policies: [{ of: Obstacle, readable: readableObstacles }],
  computed: [
    { on: Obstacle, field: 'viewerCan', needs: ['state'], isSharable: true },
    { on: Target, field: 'viewerCan', needs: [], isSharable: true },
  ],
  collections: [
    {
      on: WorkItem,
      field: 'obstacles',
      of: Obstacle,
      by: 'workItemId',
      as: 'connection',
      description: says(
        'Khó khăn, vướng mắc của đầu việc, nêu trước đứng trước; phòng họp chỉ thấy những vướng mắc đang được xử lý.',
        'What stands in its way, the oldest first; meeting rooms see what is in hand.',
      ),
    },
    {
      on: Target,
      field: 'obstacles',
      of: Obstacle,
      by: 'targetId',
      as: 'connection',
      description: says(
        'Khó khăn, vướng mắc của chỉ tiêu, nêu trước đứng trước; phòng họp chỉ thấy những vướng mắc đang được xử lý.',
        'What stands in the way of it, the oldest first; meeting rooms see what is in hand.',
      ),
    },
  ],
} as const satisfies SchemaContribution;
