import type { Health } from '../../../generated/operations';

interface Facts {
  percent: number;
  plannedPercent: number;
  startsOn: string;
  dueOn: string;
  today: string;
  milestones: readonly { id: string; dueOn: string; reachedOn: string | null }[];
  /** Milestones that this report says are reached. */
  reachedIds: readonly string[];
}

/** So many points behind the plan count as a risk. */
const AT_RISK_POINTS = 10;

/**
 * The status that the server will compute once such a report is accepted: the first rule that matches. Said at every key and without a connection, so it is decided
 * here as well; `test/web/suggest-health.test.ts` holds it to the server's rule over made plans.
 */
export function suggestHealth({
  percent,
  plannedPercent,
  startsOn,
  dueOn,
  today,
  milestones,
  reachedIds,
}: Facts): Health {
  if (percent >= 100) return 'COMPLETED';
  if (dueOn < today) return 'OVERDUE';
  if (startsOn > today) return 'NOT_DUE';
  const isMissed = milestones.some(
    (each) => each.reachedOn === null && each.dueOn < today && !reachedIds.includes(each.id),
  );
  return isMissed || plannedPercent - percent >= AT_RISK_POINTS ? 'AT_RISK' : 'ON_TRACK';
}
