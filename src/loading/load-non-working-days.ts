import type { EntityManager } from 'typeorm';
import { NonWorkingDay } from '../organisation/working-days/non-working-day.entity';
import type { NonWorkingDayKind } from '../organisation/working-days/non-working-day.state';
import data from '../organisation/data/non-working-days.json';
import { insertMissing } from './rows';
import { sourceOf } from './source-of';

/** Loads the days off and worked weekend days that are known, and those that are only proposed. What the secretariat has set stays as it is. */
export async function loadNonWorkingDays(manager: EntityManager): Promise<void> {
  const rowsOf = (days: typeof data.decided, isDecided: boolean) =>
    days.map((day) => ({ ...day, kind: day.kind as NonWorkingDayKind, isDecided, source: sourceOf(day) }));
  await insertMissing(manager, NonWorkingDay, [...rowsOf(data.decided, true), ...rowsOf(data.proposed, false)]);
}
