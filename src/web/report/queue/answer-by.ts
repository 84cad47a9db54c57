import { dateInHanoi } from '../../common/format';

/** A reviewer answers within so many working days. */
const WORKING_DAYS = 2;
const DAY_MS = 86_400_000;

/** The date by which a report that arrived at a moment should be answered: two working days later, weekends left out. Holidays are not known here. */
export function answerBy(arrivedAt: string): string {
  let day = Date.parse(`${dateInHanoi(arrivedAt)}T00:00:00Z`);
  for (let left = WORKING_DAYS; left > 0;) {
    day += DAY_MS;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}
