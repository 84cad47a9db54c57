import type { CalendarDate } from '../../platform/lib/calendar-date';

/** The day from which a unit that is given an item now works on it: its first day, or today where that has passed. The unit has to be there then. */
export function leadsFrom({ startsOn }: { readonly startsOn: CalendarDate }, today: CalendarDate): CalendarDate {
  return startsOn > today ? startsOn : today;
}
