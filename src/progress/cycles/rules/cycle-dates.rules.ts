import type { WorkingDays } from '../../../organisation/public';
import type { CalendarDate } from '../../../platform/lib/calendar-date';
import { addDays } from '../../../platform/lib/calendar-date';
import { boundsOfPeriod, type Period } from '../../../platform/lib/period';

/** How often, by the names of `ReportingRuleKind`. */
export type Frequency = 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'YEARLY';

/** What a rule says of the dates of its cycles. */
export interface DatingRule {
  readonly kind: Frequency;
  readonly opensDaysBeforeEnd: number;
  /** Negative: before the end of the period. */
  readonly dueWorkingDays: number;
  readonly closesWorkingDays: number;
}

/** A rule, and for which time it holds: for the periods that end within it. */
export interface TimedRule extends DatingRule {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

/** A cycle with its dates. */
export interface DatedCycle {
  readonly period: Period;
  readonly endsOn: CalendarDate;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

const MONTHS: Readonly<Record<Frequency, number>> = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 };

/** The period of a kind in which a date lies. */
export function periodOf(kind: Frequency, date: CalendarDate): Period {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  const part = Math.ceil(month / MONTHS[kind]);
  switch (kind) {
    case 'MONTHLY':
      return `${year}-${String(part).padStart(2, '0')}`;
    case 'QUARTERLY':
      return `${year}-Q${part}`;
    case 'HALF_YEARLY':
      return `${year}-H${part}`;
    case 'YEARLY':
      return year;
  }
}

/** The kind whose periods are written like this one. */
export function frequencyOf(period: Period): Frequency {
  if (period.length === 4) return 'YEARLY';
  if (period.includes('Q')) return 'QUARTERLY';
  return period.includes('H') ? 'HALF_YEARLY' : 'MONTHLY';
}

/** The dates of a rule's cycle: it opens so many days before the period ends, is due so many working days after that end, and closes so many after it was due. */
export function cycleOf(rule: DatingRule, period: Period, days: WorkingDays): DatedCycle {
  const endsOn = boundsOfPeriod(period).to;
  const dueOn = days.add(endsOn, rule.dueWorkingDays);
  const opensOn = addDays(endsOn, -rule.opensDaysBeforeEnd);
  return {
    period,
    endsOn,
    // over a long holiday few working days take many days
    opensOn: opensOn < dueOn ? opensOn : dueOn,
    dueOn,
    closesOn: days.add(dueOn, rule.closesWorkingDays),
  };
}

/** Whether a rule holds for a period: it holds on the day on which that ends. */
export function holdsFor({ validFrom, validTo }: Pick<TimedRule, 'validFrom' | 'validTo'>, period: Period): boolean {
  const endsOn = boundsOfPeriod(period).to;
  return endsOn >= validFrom && (validTo === null || endsOn <= validTo);
}

/**
 * The periods for which a rule has to have cycles today: those from its beginning (a date from which on it made any) to the running and the next one. Those in between are
 * among them, so that nothing is missing after a time in which nobody made any.
 */
export function periodsToHave(rule: TimedRule, since: CalendarDate, today: CalendarDate): Period[] {
  const last = periodOf(rule.kind, addDays(boundsOfPeriod(periodOf(rule.kind, today)).to, 1));
  const lastEnd = boundsOfPeriod(last).to;
  const periods: Period[] = [];
  for (let day = since > rule.validFrom ? since : rule.validFrom; day <= lastEnd;) {
    const period = periodOf(rule.kind, day);
    if (holdsFor(rule, period)) periods.push(period);
    day = addDays(boundsOfPeriod(period).to, 1);
  }
  return periods;
}
