// first of all: a signal that comes while modules are loaded is heard, too
import { heardSignals } from '../heard-signals';
import 'reflect-metadata';
import { dataSourceOn } from '../open-data-source';
import { type Config, readConfig } from '../platform/config/config';
import { type BundledPostgres, startBundledPostgres } from '../platform/database/bundled/start-bundled-postgres';
import type { ConnectionTarget } from '../platform/database/connection';
import { Database } from '../platform/database/database';
import { assertInstalled } from '../platform/database/installation';
import { migrate } from '../platform/database/migrate';
import { redactText } from '../platform/observability/redact';
import { unlessStopped } from '../stop-signals';

const { asked } = heardSignals;

/**
 * What a tool does to a database before its work: `made` makes and migrates it where there is none, for tools with
 * which an installation begins; `there` migrates one that is there and refuses to make one; `as it is` changes nothing
 * at all.
 */
type Wanted = 'made' | 'there' | 'as it is';

/**
 * Runs a tool's work on the program's database: that of DATABASE_URL, else the bundled one, beside a running server or on its own. A failure is
 * told in one sentence and ends with code 1; so does a signal, which leaves no database running that was started here.
 */
export async function withDatabase(wanted: Wanted, work: (database: Database) => Promise<void>): Promise<void> {
  try {
    const config = readConfig();
    const postgres = config.databaseUrl === null ? await findBundled(config, wanted) : null;
    const target = postgres?.connection ?? { url: config.databaseUrl! };
    try {
      await unlessStopped(workOn(target, wanted, work), asked);
    } finally {
      await postgres?.stop();
    }
  } catch (error) {
    console.error(redactText(error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
    // what was given up would go on
    if (asked.aborted) process.exit();
  }
}

function findBundled({ dataDir }: Config, wanted: Wanted): Promise<BundledPostgres> {
  const log = (): void => undefined;
  return startBundledPostgres({ dataDir, purpose: 'tool', log, mayCreate: wanted === 'made', stopping: asked });
}

async function workOn(
  target: ConnectionTarget,
  wanted: Wanted,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const dataSource = dataSourceOn(target);
  const database = new Database(dataSource, target, () => undefined);
  try {
    if (wanted !== 'made') await assertInstalled(database);
    if (wanted !== 'as it is') await migrate(dataSource, target);
    await work(database);
  } finally {
    await database.close();
  }
}
