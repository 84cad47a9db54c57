import { filledOrNull } from '../../platform/lib/text';
import type { Obstacle } from './obstacle.entity';
import type { ReportedObstacleInput } from './obstacle.inputs';
import { ObstacleState } from './obstacle.state';

/** Who raises an obstacle of what, for which unit, and on which day. */
export interface Raising {
  readonly of: Pick<Obstacle, 'workItemId' | 'targetId'>;
  readonly accountId: string;
  /** The unit that holds the matters on the day. */
  readonly unitId: string;
  readonly today: string;
}

/** An obstacle as it is raised: open, neither taken up nor decided. */
export type RaisedObstacle = Pick<Obstacle, (typeof RAISED)[number]>;

/** The properties that say so; the others are empty. */
export const RAISED = [
  'workItemId',
  'targetId',
  'text',
  'proposal',
  'decidedBy',
  'raisedById',
  'unitId',
  'raisedOn',
  'state',
  'isSample',
] as const satisfies readonly (keyof Obstacle)[];

/** What a unit says stands in the way, as it is kept. */
export function raisedObstacle(
  { text, proposal, decidedBy }: Pick<ReportedObstacleInput, 'text' | 'proposal' | 'decidedBy'>,
  { of, accountId, unitId, today }: Raising,
): RaisedObstacle {
  return {
    ...of,
    text: text.trim(),
    proposal: filledOrNull(proposal),
    decidedBy: decidedBy ?? null,
    raisedById: accountId,
    unitId,
    raisedOn: today,
    state: ObstacleState.OPEN,
    isSample: false,
  };
}
