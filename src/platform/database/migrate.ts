import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { clientOptions, type ConnectionTarget } from './connection';
import { OLDEST_SERVER } from './database';
import { migrateJobs } from './migrate-jobs';

// any constant will do: it only has to be the same in every process of tiendo
const MIGRATION_LOCK = 7_202_101;

/** What the start says about the server's care for committed data. */
export interface ServerFacts {
  readonly version: string;
  readonly fsync: boolean;
  readonly synchronousCommit: string;
}

/**
 * Brings the schema up to date, one process at a time: others that start on the same database wait and then find nothing to do.
 * Throws a sentence when the server is too old.
 */
export async function migrate(dataSource: DataSource, target: ConnectionTarget): Promise<ServerFacts> {
  const lock = new Client(clientOptions(target, 'tiendo migrate'));
  const lost = new Promise<never>((_, reject) => lock.on('error', reject));
  const migrating = migrateLocked(dataSource, lock, target);
  try {
    // whoever has lost the lock is not alone any more
    return await Promise.race([migrating, lost]);
  } finally {
    await lock.end();
  }
}

async function migrateLocked(dataSource: DataSource, lock: Client, target: ConnectionTarget): Promise<ServerFacts> {
  await lock.connect();
  const facts = await serverFacts(lock);
  await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  if (!dataSource.isInitialized) await dataSource.initialize();
  await dataSource.runMigrations();
  await migrateJobs(target);
  return facts;
}

async function serverFacts(client: Client): Promise<ServerFacts> {
  const { rows } = await client.query<{ number: number; version: string; fsync: string; commit: string }>(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as version,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const row = rows[0]!;
  if (row.number < OLDEST_SERVER * 10_000) {
    throw new Error(`PostgreSQL ${row.version} is too old: tiendo needs ${OLDEST_SERVER} or newer.`);
  }
  await assertTriggersRun(client);
  return { version: row.version, fsync: row.fsync === 'on', synchronousCommit: row.commit };
}

/** Where triggers are switched off for whole sessions, no history would be kept: only a superuser can have told the database so, and can tell it otherwise. */
async function assertTriggersRun(client: Client): Promise<void> {
  const { rows } = await client.query<{ role: string }>(`select current_setting('session_replication_role') as role`);
  const { role } = rows[0]!;
  if (role === 'origin') return;
  throw new Error(
    `PostgreSQL's session_replication_role is ${role}: no history would be kept. Reset it for this database and role (alter database … reset session_replication_role).`,
  );
}
