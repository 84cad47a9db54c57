import { existsSync, statfsSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { Client } from 'pg';
import { loadDemo } from '../../src/loading/load-demo';
import { dataSourceOn } from '../../src/open-data-source';
import { startBundledPostgres } from '../../src/platform/database/bundled/start-bundled-postgres';
import { Database } from '../../src/platform/database/database';
import { openInstallation } from '../../src/platform/database/installation';
import { buildPages, chromiumPath, nameSkippedPageTests } from './processes/browser';
import { nameSkippedNatsTests } from './processes/nats-server';
import { nameSkippedTerminalTests } from './processes/terminal';
import { migrate } from '../../src/platform/database/migrate';
import {
  ADDRESS_VARIABLE,
  DEMO_PASSWORD,
  DEMO_STARTS_AT,
  DEMO_TEMPLATE,
  TEMPLATE,
  type TestServer,
} from './test-server';

/** What a run needs at most of memory, its files in it. */
const SCRATCH_BYTES = 8 * 1024 ** 3;

/** Starts a PostgreSQL of the tests' own and prepares the databases that test files clone: an empty one, and one with the demo. */
export default async function setUp(): Promise<void> {
  const folder = await mkdtemp(join(scratchPlace(), 'tiendo-test-'));
  // as root the database runs as another user: in a closed folder its data would be placed elsewhere, and stay there
  await chmod(folder, 0o1777);
  process.env.TMPDIR = folder;
  const postgres = await startBundledPostgres({
    dataDir: join(folder, 'data'),
    purpose: 'tool',
    log: () => undefined,
    // tests create and drop many databases; none has to survive a power cut
    settings: { fsync: 'off', max_connections: '200' },
  });
  const client = new Client({ ...postgres.connection, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await migrateTemplate({ ...postgres.connection, database: TEMPLATE });
  await client.query(`create database ${DEMO_TEMPLATE} template ${TEMPLATE}`);
  await client.end();
  await loadTemplate({ ...postgres.connection, database: DEMO_TEMPLATE });
  process.env[ADDRESS_VARIABLE] = JSON.stringify(postgres.connection);
  (globalThis as { testServer?: TestServer }).testServer = { postgres, folder };
  // once for the whole run: test files that run side by side must not build over each other
  if (chromiumPath !== null) buildPages();
  nameSkippedPageTests();
  nameSkippedNatsTests();
  nameSkippedTerminalTests();
}

/** Memory where there is enough of it: a database is cloned in 0.03 s there, in 0.3 s on a disk, and 200 test files do so. */
function scratchPlace(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return Math.min(bavail * bsize, freemem()) > SCRATCH_BYTES ? memory : tmpdir();
}

type Target = Parameters<typeof dataSourceOn>[0];

async function migrateTemplate(target: Target): Promise<void> {
  const dataSource = dataSourceOn(target);
  await migrate(dataSource, target);
  await dataSource.destroy();
}

async function loadTemplate(target: Target): Promise<void> {
  const database = new Database(await dataSourceOn(target).initialize(), target, () => undefined);
  const { clock } = await openInstallation(database, DEMO_STARTS_AT);
  await loadDemo(database, clock, DEMO_PASSWORD);
  await database.close();
}
