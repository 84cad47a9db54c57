import type { DataSource } from 'typeorm';
import { insertMissing, upsertFacts } from '../../src/loading/rows';
import { Unit, UnitKind } from '../../src/organisation/public';
import { openTestDatabase } from '../support/database';
import { rowsOf } from './snapshot';

const MANY = 1_201;

let dataSource: DataSource;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ dataSource, close } = await openTestDatabase());
});

afterAll(() => close());

function units(name: string) {
  return Array.from({ length: MANY }, (_, index) => ({
    code: `made-${index}`,
    name,
    nameEn: 'Made',
    shortName: 'Made',
    shortNameEn: 'Made',
    kind: UnitKind.DEPARTMENT,
  }));
}

async function named(name: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    dataSource,
    `select count(*)::integer as n from unit where code like 'made-%' and name = '${name}'`,
  );
  return row!.n;
}

test('more rows than one statement takes are all written, once', async () => {
  await insertMissing(dataSource.manager, Unit, units('first'));
  await insertMissing(dataSource.manager, Unit, units('second'));
  expect([await named('first'), await named('second')]).toEqual([MANY, 0]);
});

test('more facts than one statement takes are all brought up to date', async () => {
  await upsertFacts(dataSource.manager, Unit, ['code'], units('third'));
  expect(await named('third')).toBe(MANY);
});

test('nothing to write is no statement', async () => {
  await insertMissing(dataSource.manager, Unit, []);
  await upsertFacts(dataSource.manager, Unit, ['code'], []);
  expect(await named('third')).toBe(MANY);
});
