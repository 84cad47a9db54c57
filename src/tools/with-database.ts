// first of all: a signal that comes while modules are loaded is heard, too
import { heardSignals } from '../heard-signals';
import 'reflect-metadata';
import { dataSourceOn } from '../open-data-source';
import { readConfig } from '../platform/config/config';
import { startBundledPostgres } from '../platform/database/bundled/start-bundled-postgres';
import type { ConnectionTarget } from '../platform/database/connection';
import { Database } from '../platform/database/database';
import { migrate } from '../platform/database/migrate';
import { unlessStopped } from '../stop-signals';

const { asked } = heardSignals;

/**
 * Runs a tool's work on the program's database: that of DATABASE_URL, else the bundled one, beside a running server or on its own. A failure is
 * told in one sentence and ends with code 1; so does a signal, which leaves no database running that was started here.
 */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  try {
    const { databaseUrl, dataDir } = readConfig();
    if (databaseUrl !== null) return await unlessStopped(workOn({ url: databaseUrl }, work), asked);
    const log = (): void => undefined;
    const postgres = await startBundledPostgres({ dataDir, purpose: 'tool', log, stopping: asked });
    try {
      await unlessStopped(workOn(postgres.connection, work), asked);
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    // what was given up would go on
    if (asked.aborted) process.exit();
  }
}

async function workOn(target: ConnectionTarget, work: (database: Database) => Promise<void>): Promise<void> {
  const dataSource = dataSourceOn(target);
  await migrate(dataSource, target);
  const database = new Database(dataSource, target, () => undefined);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
