import 'reflect-metadata';
import { dataSourceOn } from '../open-data-source';
import { readConfig } from '../platform/config/config';
import { startBundledPostgres } from '../platform/database/bundled/start-bundled-postgres';
import { Database } from '../platform/database/database';
import { migrate } from '../platform/database/migrate';
import { redactText } from '../platform/observability/redact';

/**
 * Runs a tool's work on the program's database: that of DATABASE_URL, else the bundled one, beside a running server or on its own. A failure is
 * told in one sentence and ends with code 1.
 */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  try {
    const config = readConfig();
    const postgres =
      config.databaseUrl === null
        ? await startBundledPostgres({ dataDir: config.dataDir, purpose: 'tool', log: () => undefined })
        : null;
    const target = postgres?.connection ?? { url: config.databaseUrl! };
    const dataSource = dataSourceOn(target);
    await migrate(dataSource, target);
    const database = new Database(dataSource, target, () => undefined);
    try {
      await work(database);
    } finally {
      await database.close();
      await postgres?.stop();
    }
  } catch (error) {
    console.error(redactText(error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
  }
}
