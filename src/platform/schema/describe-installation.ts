import { todayOf } from '../lib/clock';
import type { Services } from './services';

const DAY_MS = 86_400_000;

/** What may be said to anybody of the place that serves: version, date, whether its clock is shifted and its rows are sample. */
export interface InstallationNotice {
  readonly appVersion: string;
  readonly serverTime: Date;
  readonly today: string;
  readonly isShifted: boolean;
  readonly shiftDays: number;
  readonly hasSampleRows: boolean;
}

/** Describes the installation as it is now. */
export async function describeInstallation(
  { clock, database, appVersion }: Services,
  sampleTables: readonly string[],
): Promise<InstallationNotice> {
  const now = clock.now();
  const [sample] = await database.query<{ has: boolean }>(
    `select ${hasSampleRowsSql(sampleTables.map((name) => `"${name}"`))} as has`,
  );
  return {
    appVersion,
    serverTime: now,
    today: todayOf({ now: () => now }),
    isShifted: isShiftedBy(clock.offsetMs),
    shiftDays: shiftDaysOf(clock.offsetMs),
    hasSampleRows: sample!.has,
  };
}

/** Whether there are sample rows in one of the tables, named as they stand in a `from`. */
export function hasSampleRowsSql(tables: readonly string[]): string {
  return `(${['false', ...tables.map((table) => `exists (select from ${table} where is_sample)`)].join(' or ')})`;
}

/** Whether an offset is a shift that people must be told of, and not a machine's small error. */
export function isShiftedBy(offsetMs: number): boolean {
  return Math.abs(offsetMs) > 60_000;
}

/** An offset in whole days. */
export function shiftDaysOf(offsetMs: number): number {
  return Math.round(offsetMs / DAY_MS);
}
