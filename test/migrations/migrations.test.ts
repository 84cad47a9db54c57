import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { createDataSource } from '../../src/platform/database/data-source';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { catalogueOf } from './catalogue';

let database: TestDatabase;

beforeEach(async () => {
  database = await openTestDatabase();
});

afterEach(() => database.close());

/** The statements with which TypeORM would bring the database to what the entities say. */
async function wantedBy(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

test('the entities want nothing beyond the migrations', async () => {
  expect(await wantedBy(database.dataSource)).toEqual([]);
});

test('a column that no migration makes is noticed', async () => {
  await database.dataSource.query('alter table unit drop column short_name_en cascade');
  expect(await wantedBy(database.dataSource)).toContainEqual(
    expect.stringContaining('ADD "short_name_en" text NOT NULL'),
  );
});

test('every migration goes down, leaves nothing of itself, and comes up again as it was', async () => {
  // what there is after so many migrations, seen on the way down
  const seen: string[][] = [];
  for (let count = migrations.length; count >= 0; count -= 1) {
    seen[count] = await catalogueOf(database.dataSource);
    if (count > 0) await database.dataSource.undoLastMigration();
  }
  expect(seen[0]).toEqual(['extension plpgsql']);
  for (let count = 1; count <= migrations.length; count += 1) {
    expect(seen[count]).not.toEqual(seen[count - 1]);
    const upTo = createDataSource({ target: database.target, entities: [], migrations: migrations.slice(0, count) });
    await upTo.initialize();
    const ran = await upTo.runMigrations();
    const found = await catalogueOf(upTo);
    await upTo.destroy();
    expect(ran.map(({ name }) => name)).toEqual([migrations[count - 1]!.name]);
    expect(found).toEqual(seen[count]);
  }
});

test('every migration of the folder is listed, in the order of time', () => {
  const files = readdirSync(join(__dirname, '..', '..', 'migrations')).filter((file) => /^\d+-/.test(file));
  const classNames = files.sort().map((file) => {
    const [, time, name] = /^(\d+)-(.*)\.ts$/.exec(file)!;
    return name!.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()) + time!;
  });
  expect(migrations.map(({ name }) => name)).toEqual(classNames);
});
