import { type ShiftedClock, shiftedClock } from '../lib/clock';
import type { Database } from './database';

/** What was fixed at this database's first start. */
export interface InstallationFacts {
  readonly clock: ShiftedClock;
  readonly isFirstStart: boolean;
  readonly demoLoadedAt: Date | null;
}

/**
 * Fixes the clock's offset when the database is first started, and reads it ever after: restarts and other processes never turn time back.
 */
export async function openInstallation(database: Database, clockStartsAt: Date | null): Promise<InstallationFacts> {
  const offset = clockStartsAt === null ? 0 : clockStartsAt.getTime() - Date.now();
  const inserted = await database.query(
    'insert into installation (clock_offset_ms) values ($1) on conflict do nothing returning clock_offset_ms',
    [offset],
  );
  const [row] = await database.query<{ offset: number; demo: Date | null }>(
    'select clock_offset_ms as "offset", demo_loaded_at as demo from installation',
  );
  return { clock: shiftedClock(row!.offset), isFirstStart: inserted.length > 0, demoLoadedAt: row!.demo };
}

/** Throws when nothing of the program has ever been made in this database; changes nothing. */
export async function assertInstalled(database: Database): Promise<void> {
  const [row] = await database.query<{ isThere: boolean }>(`select to_regclass('log_head') is not null as "isThere"`);
  if (row!.isThere) return;
  throw new Error(
    'There is nothing of this program in that database: ' +
      'let DATABASE_URL or DATA_DIR name the one that the program uses.',
  );
}

/** The secret that signs the cursors of pages. */
export async function pageSecret(database: Database): Promise<Buffer> {
  const [row] = await database.query<{ secret: Buffer }>('select secret from server_secret');
  return row!.secret;
}
