import { randomUUID } from 'node:crypto';
import type { Deciding, FurtherEvent } from '../../platform/commands/batched/batched-command';
import { snakeCase } from '../../platform/database/naming-strategy';
import type { ReportedItem } from '../../work/public';
import { obstacleEvent } from '../obstacles/obstacle.events';
import type { ReportedObstacleInput } from '../obstacles/obstacle.inputs';
import { RAISED, raisedObstacle } from '../obstacles/raised-obstacle';

const WRITTEN = ['id', ...RAISED] as const;

/** The columns of an obstacle that is raised with a report. */
export const OBSTACLE_COLUMNS = WRITTEN.map(snakeCase);

/** What is written of the obstacles that come with a report, null where none does, and what is said of them. */
interface ObstaclesOfReport {
  readonly rows: readonly object[] | null;
  readonly further: readonly FurtherEvent[];
}

/** Raises the obstacles that come with a report on an item in force, for the unit that holds it today. They are facts of their own: the report may be taken back, they stay. */
export function obstaclesOfReport(
  { actor, today }: Pick<Deciding, 'actor' | 'today'>,
  given: readonly ReportedObstacleInput[],
  item: ReportedItem,
  unitId: string,
): ObstaclesOfReport {
  if (given.length === 0) return { rows: null, further: [] };
  const of = { workItemId: item.id, targetId: null };
  const subject = { workItem: item.code, target: null, programmeId: item.programmeId, isDecided: item.isInForce };
  const raised = given.map((one) => ({
    id: randomUUID(),
    ...raisedObstacle(one, { of, accountId: actor.accountId, unitId, today }),
  }));
  return {
    rows: raised.map((one) => Object.fromEntries(WRITTEN.map((property) => [snakeCase(property), one[property]]))),
    further: raised.map((one) => {
      const { text, proposal, decidedBy } = one;
      return {
        event: obstacleEvent('OBSTACLE_RAISED', one, subject, { text, proposal, decidedBy }),
        touched: ['obstacle'],
      };
    }),
  };
}
