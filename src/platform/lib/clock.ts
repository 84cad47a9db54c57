import type { CalendarDate } from './calendar-date';
import { CITY_ZONE } from './city-zone';

/**
 * The one source of domain time. SQL gets it as a parameter, never by `now()`, so that a programme can be run at
 * another date than the machine's. Tokens, keys and limits use real time instead.
 */
export interface Clock {
  /** The present moment of the programme. */
  now(): Date;
}

/** The program's own clock: as fast as real time, shifted by a fixed span. */
export interface ShiftedClock extends Clock {
  /** Milliseconds by which it is ahead of real time; negative when it is behind. */
  readonly offsetMs: number;
}

const dateParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: CITY_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

// no zone moves at another time than a full quarter of an hour
const QUARTER_MS = 900_000;
const latest = { quarter: NaN, date: '' };

/** The calendar date of a moment in the city's zone. Every request asks for that of now, so the latest is remembered (2 % of a tiny query's time). */
export function dateOf(moment: Date): CalendarDate {
  const quarter = Math.floor(moment.getTime() / QUARTER_MS);
  if (quarter !== latest.quarter) Object.assign(latest, { quarter, date: dateParts.format(moment) });
  return latest.date;
}

/** The city's calendar date now. */
export function todayOf(clock: Clock): CalendarDate {
  return dateOf(clock.now());
}

/** A clock that runs as fast as real time, shifted by a number of milliseconds. */
export function shiftedClock(offsetMs: number): ShiftedClock {
  return { offsetMs, now: () => new Date(Date.now() + offsetMs) };
}

/** The first moment of a calendar date in the city's zone (which has had no daylight saving since 1975). */
export function startOfDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00+07:00`);
}
