import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import { type DatedMembership, neverTookEffect } from './committee-dates.rules';

/** From which dates a committee was re-formed: those that were kept, and those that tell themselves by who came and who left. */
export function reformationDates(
  kept: readonly CalendarDate[],
  members: readonly DatedMembership[],
): readonly CalendarDate[] {
  const told = members
    .filter((member) => !neverTookEffect(member))
    .flatMap(({ startsOn, endsOn }) => [startsOn, endsOn === null ? null : addDays(endsOn, 1)])
    .filter((date) => date !== null);
  return [...kept, ...told];
}
