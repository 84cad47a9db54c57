import type { CalendarDate } from '../platform/lib/calendar-date';
import type { Refusal } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';

/** What a programme plans lies in its years, or at most so many years before or after them: what is carried over, and its outlook. */
const YEARS_AROUND = 10;

/** The years of a programme. */
interface ProgrammeYears {
  readonly periodFrom: number;
  readonly periodTo: number;
}

/** A date that a plan is to hold, and where in the input it stands. */
export interface PlannedDate {
  readonly date: CalendarDate;
  readonly path: readonly string[];
}

/** Refuses dates of a plan that are of another time than its programme, each at its place: a slip in the year would move every curve and count. */
export function refusalsOfPlannedDates(
  dates: readonly PlannedDate[],
  { periodFrom, periodTo }: ProgrammeYears,
): Refusal[] {
  const [first, last] = [`${periodFrom - YEARS_AROUND}-01-01`, `${periodTo + YEARS_AROUND}-12-31`];
  return dates.flatMap(({ date, path }): Refusal[] => {
    if (first <= date && date <= last) return [];
    const message = {
      vi: `Ngày ${vietnameseDate(date)} quá xa thời gian của chương trình (${periodFrom}-${periodTo}). Hãy chọn ngày từ ${vietnameseDate(first)} đến ${vietnameseDate(last)}.`,
      en: `The date ${date} is too far from the programme’s years (${periodFrom} to ${periodTo}). Choose a day from ${first} to ${last}.`,
    };
    return [{ code: 'INVALID', path, message }];
  });
}
