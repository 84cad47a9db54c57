import type { CalendarDate } from './calendar-date';

const FORMS = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/;

/** A reporting period as it is written: `2021`, `2021-H1`, `2021-Q3` or `2021-07`. */
export type Period = string;

/** Whether a text is a period in one of the four written forms. */
export function isPeriod(text: string): boolean {
  return FORMS.test(text);
}

/** First and last calendar date of a period. Throws RangeError when the text is no period. */
export function boundsOfPeriod(period: Period): { from: CalendarDate; to: CalendarDate } {
  const [, year, quarter, half, month] = FORMS.exec(period) ?? [];
  if (year === undefined) throw new RangeError(`"${period}" is not a period`);
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (half !== undefined) return months(year, Number(half) * 6 - 5, Number(half) * 6);
  if (month !== undefined) return months(year, Number(month), Number(month));
  return months(year, 1, 12);
}

function months(year: string, first: number, last: number): { from: CalendarDate; to: CalendarDate } {
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastDay)}` };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
