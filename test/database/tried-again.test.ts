import { Database } from '../../src/platform/database/database';
import type { Transaction } from '../../src/platform/database/transaction';
import { openTestDatabase, type TestDatabase } from '../support/database';

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await openTestDatabase();
  database = new Database(own.dataSource, own.target, () => undefined);
});

beforeEach(async () => {
  await database.query('drop table if exists place');
  await database.query('create table place (id integer primary key, count integer not null)');
  await database.query('insert into place values (1, 0), (2, 0)');
});

afterAll(async () => {
  await database.close();
  await own.close();
});

/** A point that so many reach before any goes on; later attempts pass. */
function meeting(size: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return async () => {
    arrived += 1;
    if (arrived >= size) open();
    await opened;
  };
}

const counts = () => database.query<{ id: number; count: number }>('select id, count from place order by id');

test('two that lock two rows crosswise are both done, each once', async () => {
  const meet = meeting(2);
  const attempts = { one: 0, two: 0 };
  const cross = (name: 'one' | 'two', first: number, second: number) => async (tx: Transaction) => {
    attempts[name] += 1;
    await tx.query('update place set count = count + 1 where id = $1', [first]);
    await meet();
    await tx.query('update place set count = count + 1 where id = $1', [second]);
  };
  await Promise.all([database.transaction(cross('one', 1, 2)), database.transaction(cross('two', 2, 1))]);
  expect(attempts.one + attempts.two).toBe(3);
  expect(await counts()).toEqual([
    { id: 1, count: 2 },
    { id: 2, count: 2 },
  ]);
});

test('a serialization failure is tried again, and only what the last attempt wrote is left', async () => {
  const meet = meeting(2);
  let attempts = 0;
  const add = async (tx: Transaction) => {
    attempts += 1;
    const mine = attempts;
    await tx.query('set transaction isolation level repeatable read');
    const [row] = await tx.query<{ count: number }>('select count from place where id = 1');
    await meet();
    tx.beforeCommit(() => ({ text: `insert into place values (${100 + mine}, 0)` }));
    await tx.query('update place set count = $1 where id = 1', [row!.count + 1]);
    return mine;
  };
  const done = await Promise.all([database.transaction(add), database.transaction(add)]);
  expect(attempts).toBe(3);
  const rows = await counts();
  expect(rows[0]).toEqual({ id: 1, count: 2 });
  expect(rows.slice(2).map(({ id }) => id - 100)).toEqual([...done].sort());
});

test('what fails every time comes to an end', async () => {
  let attempts = 0;
  const failing = database.transaction(async (tx) => {
    attempts += 1;
    await tx.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
  });
  await expect(failing).rejects.toThrow('again');
  expect(attempts).toBeGreaterThan(3);
  expect(attempts).toBeLessThan(20);
});
