import { PersistedQueries } from './persisted-queries';

test('queries are kept up to a number of bytes, the latest longest', async () => {
  const queries = new PersistedQueries();
  const long = 'x'.repeat(500_000);
  for (let number = 0; number < 10; number += 1) await queries.set(String(number), `${number}${long}`);
  const kept: number[] = [];
  for (let number = 0; number < 10; number += 1) {
    if ((await queries.get(String(number))) !== undefined) kept.push(number);
  }
  // two bytes a letter: four of them are a little less than 4 MB
  expect(kept).toEqual([6, 7, 8, 9]);
});

test('a query that alone is more than may be kept is not kept', async () => {
  const queries = new PersistedQueries();
  await queries.set('a', 'x'.repeat(5_000_000));
  expect(await queries.get('a')).toBeUndefined();
});
