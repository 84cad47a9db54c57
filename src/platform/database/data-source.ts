import { DataSource, type MigrationInterface } from 'typeorm';
import { addressOf, type ConnectionTarget, POOL_SIZES } from './connection';
import { SnakeCaseNamingStrategy } from './naming-strategy';
import { PreparingClient } from './preparing-client';
import { TouchedTables } from './touched-tables';
import { installValueParsers } from './value-parsers';

/** What a DataSource is made of; entities and migrations are handed in, since the platform knows no domain. */
export interface DataSourceParts {
  readonly target: ConnectionTarget;
  readonly entities: readonly (abstract new (...args: never[]) => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly poolSize?: number;
}

/** The TypeORM DataSource of the program, its tools and its tests: one set of options, never `synchronize`. */
export function createDataSource({
  target,
  entities,
  migrations,
  poolSize = POOL_SIZES.writers,
}: DataSourceParts): DataSource {
  installValueParsers();
  const found = addressOf(target);
  const address =
    'connectionString' in found
      ? { url: found.connectionString }
      : {
          host: found.host,
          port: found.port,
          username: found.user,
          database: found.database,
          password: found.password,
        };
  return new DataSource({
    type: 'postgres',
    ...address,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNamingStrategy(),
    subscribers: [TouchedTables],
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    parseInt8: true,
    poolSize,
    applicationName: 'tiendo',
    logging: false,
    extra: { options: found.options, Client: PreparingClient },
  });
}

/** Builds the metadata of a DataSource without connecting: for tools that only look at the model. */
export async function readMetadata(dataSource: DataSource): Promise<DataSource> {
  // TypeORM builds them when it connects, by a method that it keeps protected
  await (dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  return dataSource;
}
