import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import { NonWorkingDayKind } from './non-working-day.state';

/** A date that differs from its weekday, as far as counting looks at it. */
export interface CountedDay {
  readonly date: CalendarDate;
  readonly kind: NonWorkingDayKind;
  readonly isDecided: boolean;
}

/** So many days in a row may be without work, weekends included: Tết never took more than ten. What counts forward finds a working day within them. */
export const LONGEST_REST = 20;

/**
 * The working days: Monday to Friday, less holidays and days in lieu, plus worked weekend days (Labour Code 45/2019/QH14, articles 111(3) and 112, and each year's
 * decisions). SQL counts them by `working-days.sql.ts`; both give the same.
 */
export class WorkingDays {
  private readonly isWorkedByDate: ReadonlyMap<CalendarDate, boolean>;
  /** Last date up to which the days off are known: the end of the last year in a row that has any; null where none is known. */
  readonly knownUntil: CalendarDate | null;

  constructor(days: Iterable<CountedDay>) {
    const decided = [...days].filter(({ isDecided }) => isDecided);
    this.isWorkedByDate = new Map(decided.map(({ date, kind }) => [date, kind === NonWorkingDayKind.SWAPPED_WORKDAY]));
    this.knownUntil = knownUntil(decided);
  }

  /** Whether a date is worked. */
  isWorked(date: CalendarDate): boolean {
    return this.isWorkedByDate.get(date) ?? isWeekday(date);
  }

  /** The date so many working days later, or (negative) earlier: the date itself is not counted, and need not be worked. Zero gives the date itself. */
  add(date: CalendarDate, workingDays: number): CalendarDate {
    const step = Math.sign(workingDays);
    let [day, left] = [date, Math.abs(workingDays)];
    while (left > 0) {
      day = addDays(day, step);
      if (this.isWorked(day)) left -= 1;
    }
    return day;
  }

  /** How many working days lie after a date, up to and with another one; 0 where that is not later. */
  countBetween(after: CalendarDate, upTo: CalendarDate): number {
    let count = 0;
    for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) if (this.isWorked(day)) count += 1;
    return count;
  }
}

/** Whether the weekday of a date is one of Monday to Friday. */
export function isWeekday(date: CalendarDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function knownUntil(days: readonly CountedDay[]): CalendarDate | null {
  const years = new Set(days.map(({ date }) => Number(date.slice(0, 4))));
  if (years.size === 0) return null;
  let year = Math.min(...years);
  while (years.has(year + 1)) year += 1;
  return `${year}-12-31`;
}
