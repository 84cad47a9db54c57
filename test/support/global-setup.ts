import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { Client } from 'pg';
import { dataSourceOn } from '../../src/open-data-source';
import { startBundledPostgres } from '../../src/platform/database/bundled/start-bundled-postgres';
import { migrate } from '../../src/platform/database/migrate';
import { ADDRESS_VARIABLE, TEMPLATE, type TestServer } from './test-server';

/** Starts a PostgreSQL of the tests' own and migrates the database that all test files clone. */
export default async function setUp(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tiendo-test-'));
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
  await client.end();
  const target = { ...postgres.connection, database: TEMPLATE };
  const dataSource = dataSourceOn(target);
  await migrate(dataSource, target);
  await dataSource.destroy();
  process.env[ADDRESS_VARIABLE] = JSON.stringify(postgres.connection);
  (globalThis as { testServer?: TestServer }).testServer = { postgres, dataDir };
}
