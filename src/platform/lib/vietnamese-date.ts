import type { CalendarDate } from './calendar-date';

/** A calendar date as people write it here: 26/07/2021. */
export function vietnameseDate(date: CalendarDate): string {
  return date.split('-').reverse().join('/');
}
