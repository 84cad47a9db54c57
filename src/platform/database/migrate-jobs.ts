import { Logger, runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import { clientOptions, type ConnectionTarget } from './connection';

/** Brings the schema of the queue of jobs up to date: graphile-worker's own, beside ours. */
export async function migrateJobs(target: ConnectionTarget): Promise<void> {
  const pgPool = new Pool({ ...clientOptions(target, 'tiendo migrate jobs'), max: 1 });
  // a connection that ends while nobody waits for it is no failure of its own: whoever needs it next is told
  pgPool.on('error', () => undefined);
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => undefined) });
  } finally {
    await pgPool.end();
  }
}
