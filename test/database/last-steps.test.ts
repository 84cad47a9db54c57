import { Database } from '../../src/platform/database/database';
import { textLiteral } from '../../src/platform/database/literal';
import type { Transaction } from '../../src/platform/database/transaction';
import { openTestDatabase, type TestDatabase } from '../support/database';

/*
 * The last statements of a transaction are sent with the commit, in one message; a first one with the beginning.
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
const note = (words: string) => ({ text: `insert into note (words) values (${textLiteral(words)})` });
const notes = async () =>
  (await database.query<{ words: string }>('select words from note order by id')).map(({ words }) => words);

test('they come in the order of adding, after the work, and are committed with it', async () => {
  await database.transaction(async (tx) => {
    for (const step of ['second', 'third', 'fourth']) tx.beforeCommit(() => note(step));
    await write(tx, 'first');
  });
  expect(await notes()).toEqual(['first', 'second', 'third', 'fourth']);
});

test('what a step finds is known when the transaction is over', async () => {
  let found = '';
  await database.transaction(async (tx) => {
    await write(tx, 'one');
    tx.beforeCommit(() => ({
      text: 'select pg_current_xact_id()::text as id',
      found: ([row]) => (found = (row as { id: string }).id),
    }));
  });
  expect(found).toMatch(/^\d+$/);
});

test.each([0, 1, 2])(
  'when number %i of three fails, nothing of the transaction is left, and its error comes out',
  async (bad) => {
    const running = database.transaction(async (tx) => {
      await write(tx, 'work');
      for (const step of [0, 1, 2]) {
        tx.beforeCommit(() => (step === bad ? { text: 'select 1 / 0' } : note(`step ${step}`)));
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
    tx.beforeCommit(() => note(JSON.stringify(circular)));
    tx.beforeCommit(() => note('after'));
  });
  await expect(running).rejects.toThrow('circular');
  expect(await notes()).toEqual([]);
});

test('a connection whose transaction failed at the end serves the next one', async () => {
  const connections = own.dataSource.options as { poolSize?: number };
  for (let turn = 0; turn <= (connections.poolSize ?? 10); turn++) {
    await database
      .transaction((tx) => Promise.resolve(tx.beforeCommit(() => ({ text: 'select 1 / 0' }))))
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
    tx.beforeCommit(() => note(words));
  });
  expect(attempts).toBe(2);
  expect((await notes()).sort()).toEqual(['free', 'taken', 'work 2']);
});

test.each([`'); drop table note; --`, 'a\\b', `\\'); drop table note; --`, 'Đã hoàn thành “100%”; $1', 'two\nlines'])(
  'what is written as a literal is that text and nothing else: %j',
  async (words) => {
    await database.transaction((tx) => Promise.resolve(tx.beforeCommit(() => note(words))));
    expect(await notes()).toEqual([words]);
  },
);

test('a first statement belongs to the transaction, and its rows are known to the work', async () => {
  const opening = `insert into note (words) values ('first') returning words`;
  const work = async (tx: Transaction) => {
    expect(tx.opened).toEqual([{ words: 'first' }]);
    await write(tx, 'second');
    throw new Error('given up');
  };
  await expect(database.transaction(work, { opening })).rejects.toThrow('given up');
  expect(await notes()).toEqual([]);
});

test('when the first statement fails, so does the transaction, and its connection serves the next one', async () => {
  const failing = () => database.transaction(() => Promise.resolve(), { opening: 'select 1 / 0' });
  for (let turn = 0; turn <= 10; turn++) await expect(failing()).rejects.toThrow('division by zero');
  await database.transaction((tx) => write(tx, 'well'));
  expect(await notes()).toEqual(['well']);
});
