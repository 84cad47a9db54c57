import { EventAudience } from '../../platform/event-log/event-audience';
import type { EventDraft } from '../../platform/event-log/event-draft';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { Obstacle } from './obstacle.entity';
import { ObstacleState } from './obstacle.state';

// rooms hear of what is in hand, and of nothing else that units say (rule R14)
const audience = [EventAudience.OFFICIALS, EventAudience.EVERYONE];

/** What the log says of obstacles; each holds the code of the item or the number of the target. */
export const obstacleEvents = declareEvents({
  OBSTACLE_RAISED: {
    description: says(
      'Đơn vị đã nêu một khó khăn, vướng mắc, kèm kiến nghị.',
      'A unit named what stands in its way, with what it proposes.',
    ),
    audience,
    data: { text: 'String!', proposal: 'String', decidedBy: 'String' },
  },
  OBSTACLE_TAKEN_UP: {
    description: says('Một vướng mắc đã có người nhận xử lý.', 'Somebody began to deal with an obstacle.'),
    audience,
    data: {},
  },
  OBSTACLE_RESOLVED: {
    description: says(
      'Một vướng mắc đã được giải quyết, kèm quyết định.',
      'An obstacle was settled, with the decision.',
    ),
    audience,
    data: { decision: 'String!' },
  },
});

type Events = typeof obstacleEvents;

/** What an obstacle is about, as the log names it. */
export interface ObstacleSubject {
  readonly workItem: string | null;
  readonly target: string | null;
  readonly programmeId: string;
  /** Whether rooms may hear of it at all. */
  readonly isDecided: boolean;
}

/** An event on an obstacle. */
export function obstacleEvent<Type extends keyof Events>(
  type: Type,
  { id, unitId, state }: Pick<Obstacle, 'id' | 'unitId' | 'state'>,
  { workItem, target, programmeId, isDecided }: ObstacleSubject,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type: obstacleEvents[type].type,
    subject: { type: 'Obstacle', id },
    unitId,
    programmeId,
    audience: isDecided && state === ObstacleState.IN_HAND ? EventAudience.EVERYONE : EventAudience.OFFICIALS,
    data: { workItem, target, ...details },
  };
}
