import type { DataSource } from 'typeorm';
import { loadFacts, loadSample, removeSample } from '../../src/loading/public';
import { openTestDatabase } from '../support/database';
import { makeDemoAccounts } from './demo-accounts';
import { rowsOf, snapshotOf } from './snapshot';

let dataSource: DataSource;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ dataSource, close } = await openTestDatabase());
  await dataSource.transaction(loadFacts);
  await dataSource.transaction(makeDemoAccounts);
});

afterEach(() => close());

async function count(from: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(dataSource, `select count(*)::integer as n from ${from}`);
  return row!.n;
}

/** Makes a row of the list that is no sample, from a sample one. */
async function makeReal(code: string): Promise<void> {
  await dataSource.query('update work_item set is_sample = false where code = $1', [code]);
}

test('removing the sample leaves only facts', async () => {
  const facts = await snapshotOf(dataSource);
  await dataSource.transaction(loadSample);
  expect(await snapshotOf(dataSource)).not.toEqual(facts);
  const removed = await dataSource.transaction(removeSample);
  expect(removed).toMatchObject({ work_item: 32, reporting_cycle: 19 });
  expect(await snapshotOf(dataSource)).toEqual(facts);
});

test('the sample can be loaded again after it was removed', async () => {
  await dataSource.transaction(loadSample);
  await dataSource.transaction(removeSample);
  await dataSource.transaction(loadSample);
  expect(await count('work_item')).toBe(32);
});

test('removing the sample from a database without one removes nothing', async () => {
  const facts = await snapshotOf(dataSource);
  const removed = await dataSource.transaction(removeSample);
  expect(Object.values(removed).every((rows) => rows === 0)).toBe(true);
  expect(await snapshotOf(dataSource)).toEqual(facts);
});

test('a list that holds a real row gets no sample rows', async () => {
  await dataSource.transaction(loadSample);
  await makeReal('07-27');
  await dataSource.transaction(removeSample);
  expect(await rowsOf(dataSource, 'select code from work_item')).toEqual([{ code: '07-27' }]);
  await dataSource.transaction(loadSample);
  expect(await count('work_item')).toBe(1);
  expect(await count('progress_report')).toBe(0);
});

test('an indicator with a real value gets no sample value', async () => {
  await dataSource.query(
    `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at)
      select id, '2022', '2022-12-31', 44, 'ACCEPTED', '2023-01-15T00:00:00Z' from indicator where code = 'tfp'`,
  );
  await dataSource.transaction(loadSample);
  expect(await count(`measurement m join indicator i on i.id = m.indicator_id where i.code = 'tfp'`)).toBe(1);
});

test('loading the sample again keeps what users have made of its rows', async () => {
  await dataSource.transaction(loadSample);
  await dataSource.query(`update work_item set percent_complete = 99 where code = '07-01'`);
  await dataSource.query(`update progress_report set state = 'WITHDRAWN' where state = 'SUBMITTED'`);
  const changed = await snapshotOf(dataSource);
  await dataSource.transaction(loadSample);
  expect(await snapshotOf(dataSource)).toEqual(changed);
});

test('a person of the sample who answers for a real item stays', async () => {
  await dataSource.transaction(loadSample);
  await makeReal('07-27');
  await dataSource.transaction(removeSample);
  expect(await count('person')).toBe(1);
});

test('an assessment that the secretariat made stays, also where it says what the sample said', async () => {
  await dataSource.transaction(loadSample);
  await dataSource.query(`update target set assessed_on = '2023-11-14', assessment_basis = 'x' where number = '7a'`);
  await dataSource.transaction(removeSample);
  expect(await rowsOf(dataSource, 'select number from target where assessed_health is not null')).toEqual([
    { number: '7a' },
  ]);
});

test('without the demo accounts the sample says which one is missing', async () => {
  await dataSource.query(`delete from account where email = 'secretariat@demo.test'`);
  await expect(dataSource.transaction(loadSample)).rejects.toThrow('secretariat@demo.test');
  expect(await count('work_item')).toBe(0);
});
