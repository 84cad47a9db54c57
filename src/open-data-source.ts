import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { domains } from './domains';
import { readConfig } from './platform/config/config';
import { startBundledPostgres } from './platform/database/bundled/start-bundled-postgres';
import type { ConnectionTarget } from './platform/database/connection';
import { createDataSource } from './platform/database/data-source';
import { listenForStop, whenAborted } from './stop-signals';

/** The DataSource over a database, with all entities and migrations of tiendo. */
export function dataSourceOn(target: ConnectionTarget): DataSource {
  const entities = domains.flatMap((domain) => [...domain.entities]);
  return createDataSource({ target, entities, migrations });
}

/**
 * The DataSource for TypeORM's command line: of DATABASE_URL, else of the bundled database, which is stopped again when
 * the command's connection ends, or when a signal ends the command.
 */
export async function openDataSource(): Promise<DataSource> {
  const config = readConfig();
  if (config.databaseUrl !== null) return dataSourceOn({ url: config.databaseUrl });
  const { asked } = listenForStop();
  const log = (): void => undefined;
  const postgres = await startBundledPostgres({ dataDir: config.dataDir, purpose: 'tool', log, stopping: asked });
  void whenAborted(asked)
    .then(() => postgres.stop())
    .finally(() => process.exit(1));
  const dataSource = dataSourceOn(postgres.connection);
  const destroy = dataSource.destroy.bind(dataSource);
  dataSource.destroy = async () => {
    await destroy();
    await postgres.stop();
  };
  return dataSource;
}
