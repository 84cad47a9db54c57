import { Database } from '../../src/platform/database/database';
import type { Transaction } from '../../src/platform/database/transaction';
import { openTestDatabase, type TestDatabase } from '../support/database';

/*
 * The last steps of a transaction are sent together, without waiting for one another; it is committed when all are done.
 */

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await openTestDatabase();
  database = new Database(own.dataSource, own.target, () => undefined);
});

beforeEach(async () => {
  await database.query('drop table if exists note');
  await database.query('create table note (id integer generated always as identity primary key, words text unique)');
});

afterAll(async () => {
  await database.close();
  await own.close();
});

const write = (tx: Transaction, words: string) => tx.query('insert into note (words) values ($1)', [words]);
const notes = async () =>
  (await database.query<{ words: string }>('select words from note order by id')).map(({ words }) => words);

test('they come in the order of adding, after the work, and are committed with it', async () => {
  await database.transaction(async (tx) => {
    for (const step of ['second', 'third', 'fourth']) tx.beforeCommit(() => write(tx, step).then(() => undefined));
    await write(tx, 'first');
  });
  expect(await notes()).toEqual(['first', 'second', 'third', 'fourth']);
});

test('what a step finds is known when the transaction is over', async () => {
  let found = '';
  await database.transaction(async (tx) => {
    await write(tx, 'one');
    tx.beforeCommit(async () => {
      found = await tx.id();
    });
  });
  expect(found).toMatch(/^\d+$/);
});

test.each([0, 1, 2])(
  'when number %i of three fails, nothing of the transaction is left, and its error comes out',
  async (bad) => {
    const running = database.transaction(async (tx) => {
      await write(tx, 'work');
      for (const step of [0, 1, 2]) {
        tx.beforeCommit(() =>
          (step === bad ? tx.query('select 1 / 0') : write(tx, `step ${step}`)).then(() => undefined),
        );
      }
    });
    await expect(running).rejects.toThrow('division by zero');
    expect(await notes()).toEqual([]);
  },
);

test('when one fails before it has sent anything, nothing is left either', async () => {
  const circular: Record<string, unknown> = {};
  circular.itself = circular;
  const running = database.transaction(async (tx) => {
    await write(tx, 'work');
    tx.beforeCommit(async () => void (await write(tx, JSON.stringify(circular))));
    tx.beforeCommit(async () => void (await write(tx, 'after')));
  });
  await expect(running).rejects.toThrow('circular');
  expect(await notes()).toEqual([]);
});

test('a connection whose transaction failed at the end serves the next one', async () => {
  const connections = own.dataSource.options as { poolSize?: number };
  for (let turn = 0; turn <= (connections.poolSize ?? 10); turn++) {
    await database
      .transaction((tx) => Promise.resolve(tx.beforeCommit(() => tx.query('select 1 / 0').then(() => undefined))))
      .catch(() => undefined);
  }
  await database.transaction((tx) => write(tx, 'well'));
  expect(await notes()).toEqual(['well']);
});

test('a step that meets a key written meanwhile is tried again with the whole work', async () => {
  let attempts = 0;
  await database.transaction(async (tx) => {
    attempts += 1;
    const words = attempts === 1 ? 'taken' : 'free';
    await write(tx, `work ${attempts}`);
    // another one's, committed by itself
    if (attempts === 1) await database.query(`insert into note (words) values ('taken')`);
    tx.beforeCommit(() => write(tx, words).then(() => undefined));
  });
  expect(attempts).toBe(2);
  expect((await notes()).sort()).toEqual(['free', 'taken', 'work 2']);
});
