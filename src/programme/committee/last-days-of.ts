import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { lastDaySql } from './committee-membership.sql';

const LAST_DAYS = `select cm.id, ${lastDaySql('cm', (name) => name)}::text as "lastDay"
  from committee_membership cm where cm.committee_id = $1`;

/** The last day of each membership of a committee by its id; null while it lasts. */
export async function lastDaysOf(
  manager: EntityManager,
  committeeId: string,
): Promise<ReadonlyMap<string, CalendarDate | null>> {
  const rows = await manager.query<{ id: string; lastDay: CalendarDate | null }[]>(LAST_DAYS, [committeeId]);
  return new Map(rows.map(({ id, lastDay }) => [id, lastDay]));
}
