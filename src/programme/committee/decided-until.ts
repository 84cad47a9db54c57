import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';

/** Days ahead for which anything on the committee is decided: later ones are a slip of the pen. */
const DAYS_AHEAD = 366;

/** The last day for which members and their charges are decided today. */
export function decidedUntil(today: CalendarDate): CalendarDate {
  return addDays(today, DAYS_AHEAD);
}
