/** A calendar date in the city's zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** The calendar date a number of days later (or, negative, earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
