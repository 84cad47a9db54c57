import { randomUUID } from 'node:crypto';
import 'reflect-metadata';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { dataSourceOn } from '../../src/open-data-source';
import { ADDRESS_VARIABLE, TEMPLATE } from './test-server';

/** Parts of a database's address. */
export interface TestTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** A migrated, empty database of a test file's own. */
export interface TestDatabase {
  readonly target: TestTarget;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/** Clones the migrated template. `close` drops the clone. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { target, drop } = await cloneDatabase();
  const dataSource = await dataSourceOn(target).initialize();
  return {
    target,
    dataSource,
    close: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await drop();
    },
  };
}

/** A clone of a template (the empty one, the one with the demo, or a test's own database to which nobody is connected), without any connection to it. */
export async function cloneDatabase(
  template: string = TEMPLATE,
): Promise<{ target: TestTarget; drop: () => Promise<void> }> {
  const server = JSON.parse(process.env[ADDRESS_VARIABLE] ?? 'null') as TestTarget | null;
  if (server === null) throw new Error('The test run has no database server: run the tests by jest.');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${database} template ${template}`);
  return {
    target: { ...server, database },
    drop: () => onServer(server, `drop database if exists ${database} with (force)`),
  };
}

async function onServer(server: TestTarget, statement: string): Promise<void> {
  const client = new Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
