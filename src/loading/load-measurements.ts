import type { EntityManager } from 'typeorm';
import { boundsOfPeriod, isPeriod } from '../platform/lib/period';
import indicatorNames from '../programme/data/indicators.json';
import { Measurement } from '../targets/measurements/measurement.entity';
import { MeasurementState } from '../targets/measurements/measurement.state';
import { Indicator } from '../targets/public';
import { programme07 } from './programme07';
import { idsBy, pick, type Rows, upsertFacts } from './rows';
import { sourceOf } from './source-of';
import { stableId } from '../platform/lib/stable-id';

interface PeriodReading {
  readonly period: string;
  /** The day of the report, where the source is dated and its period is not. */
  readonly recordedOn: string | null;
  readonly note: string | null;
}

type Actual = (typeof programme07.actuals)[number];

/**
 * Periods in the source's words that are none of ours, with the nearest honest one. Not in the list, and so not loaded:
 * «n.d. (interview)», the share of science and technology tasks applied after acceptance (about 85 %), which nothing dates.
 */
const readings = new Map<string, PeriodReading>(Object.entries(indicatorNames.periods));
const comparators = new Map(Object.entries(indicatorNames.comparators));
const notes = new Map(Object.entries(indicatorNames.notes));
const codes = new Map([
  ...indicatorNames.ofTargets.map(({ target, code }): [string, string] => [target, code]),
  // measured shares of T7a are no ranks: they have an indicator of their own, which goes first here
  ...indicatorNames.ofActuals.map(({ actual, code }): [string, string] => [actual, code]),
]);

/** Loads the publicly known actual values. Values that contradict one another stand side by side. */
export async function loadMeasurements(manager: EntityManager): Promise<void> {
  const indicatorIds = await idsBy(manager, Indicator, 'code');
  const rows = programme07.actuals.flatMap((row) => {
    const reading = readPeriod(row.period);
    return reading === null ? [] : measurement(row, reading, indicatorIds);
  });
  await upsertFacts(manager, Measurement, ['id'], rows);
}

function measurement(
  row: Actual,
  reading: PeriodReading,
  indicatorIds: ReadonlyMap<string, string>,
): Rows<Measurement> {
  const code = pick(codes, row.indicator);
  const endsOn = boundsOfPeriod(reading.period).to;
  const comparator = row.comparator === undefined ? null : pick(comparators, row.comparator);
  const conflict = row.note === undefined ? null : pick(notes, row.note);
  const said = [reading.note, comparator, row.text, conflict].filter((note) => typeof note === 'string');
  return [
    {
      id: stableId('measurement', code, reading.period, String(row.value)),
      indicatorId: pick(indicatorIds, code),
      period: reading.period,
      endsOn,
      value: row.value,
      state: MeasurementState.ACCEPTED,
      note: said.length === 0 ? null : said.join('. '),
      // no source could know it before; office hours, so that the day is the same in every zone nearby
      recordedAt: new Date(`${reading.recordedOn ?? endsOn}T17:00:00+07:00`),
      source: sourceOf(row, conflict),
      isSample: false,
    },
  ];
}

function readPeriod(period: string): PeriodReading | null {
  if (isPeriod(period)) return { period, recordedOn: null, note: null };
  return readings.get(period) ?? null;
}
