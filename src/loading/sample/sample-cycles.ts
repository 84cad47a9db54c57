import type { CalendarDate } from '../../platform/lib/calendar-date';
import { boundsOfPeriod } from '../../platform/lib/period';

/** A quarter for which units report, with its dates. */
export interface SampleCycle {
  readonly period: string;
  readonly endsOn: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

/**
 * The quarters of the programme, third of 2021 to fourth of 2025. Reports are taken from the first day of a quarter's second month,
 * are on time until the 20th of its third, and late until the end of the second month after it.
 */
export const sampleCycles: readonly SampleCycle[] = [2021, 2022, 2023, 2024, 2025]
  .flatMap((year) => [1, 2, 3, 4].map((quarter) => cycle(year, quarter)))
  .filter(({ period }) => period >= '2021-Q3');

function cycle(year: number, quarter: number): SampleCycle {
  const period = `${year}-Q${quarter}`;
  return {
    period,
    endsOn: boundsOfPeriod(period).to,
    opensOn: boundsOfPeriod(month(year, quarter * 3 - 1)).from,
    dueOn: `${month(year, quarter * 3)}-20`,
    closesOn: boundsOfPeriod(month(year, quarter * 3 + 2)).to,
  };
}

/** A month by its number counted from January of a year; 14 is February of the next. */
function month(year: number, number: number): string {
  return new Date(Date.UTC(year, number - 1, 1)).toISOString().slice(0, 7);
}
