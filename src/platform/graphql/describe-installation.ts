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
  const shift = now.getTime() - Date.now();
  const [sample] = await database.query<{ has: boolean }>(
    'select exists (select from work_item where is_sample) as has',
  );
  return {
    appVersion,
    serverTime: now,
    today: todayOf({ now: () => now }),
    isShifted: Math.abs(shift) > 60_000,
    shiftDays: Math.round(shift / DAY_MS),
    hasSampleRows: sample!.has,
  };
}
