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
export async function describeInstallation({ clock, database, appVersion }: Services): Promise<InstallationNotice> {
  const now = clock.now();
  const [sample] = await database.query<{ has: boolean }>(
    'select exists (select from work_item where is_sample) as has',
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

/** Whether an offset is a shift that people must be told of, and not a machine's small error. */
export function isShiftedBy(offsetMs: number): boolean {
  return Math.abs(offsetMs) > 60_000;
}

/** An offset in whole days. */
export function shiftDaysOf(offsetMs: number): number {
  return Math.round(offsetMs / DAY_MS);
}
