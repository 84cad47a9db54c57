import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { Client } from 'pg';
import { loadDemo } from '../../src/loading/load-demo';
import { dataSourceOn } from '../../src/open-data-source';
import { startBundledPostgres } from '../../src/platform/database/bundled/start-bundled-postgres';
import { Database } from '../../src/platform/database/database';
import { openInstallation } from '../../src/platform/database/installation';
import { buildPages, chromiumPath, nameSkippedPageTests } from './browser';
import { nameSkippedNatsTests } from './nats-server';
import { nameSkippedTerminalTests } from './terminal';
import { migrate } from '../../src/platform/database/migrate';
import {
  ADDRESS_VARIABLE,
  DEMO_PASSWORD,
  DEMO_STARTS_AT,
  DEMO_TEMPLATE,
  TEMPLATE,
  type TestServer,
} from './test-server';

/** Starts a PostgreSQL of the tests' own and prepares the databases that test files clone: an empty one, and one with the demo. */
export default async function setUp(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tiendo-test-'));
  // as root the database runs as another user: in a closed folder its data would be placed elsewhere, and stay there
  await chmod(dataDir, 0o755);
  const postgres = await startBundledPostgres({
    dataDir,
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
  (globalThis as { testServer?: TestServer }).testServer = { postgres, dataDir };
  // once for the whole run: test files that run side by side must not build over each other
  if (chromiumPath !== null) buildPages();
  nameSkippedPageTests();
  nameSkippedNatsTests();
  nameSkippedTerminalTests();
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
