import { HEALTHS } from '../../common/health';
import type { Health } from '../../generated/operations';

/** How many rows have each status, in the order of urgency. */
export function countHealths(rows: readonly { health: Health }[]): { health: Health; count: number }[] {
  return HEALTHS.map((health) => ({ health, count: rows.filter((row) => row.health === health).length }));
}
