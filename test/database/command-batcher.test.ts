import { randomUUID } from 'node:crypto';
import { CommandBatcher } from '../../src/platform/commands/batched/command-batcher';
import type { BatchedWrites } from '../../src/platform/commands/batched/batched-command';
import { Database } from '../../src/platform/database/database';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { until } from '../support/until';

/*
 * Commands that share their statements, on a table of counters: each command adds to one.
 */

const COUNTERS: BatchedWrites = {
  name: 'counters',
  asked: { counter_id: 'uuid' },
  from: 'asked left join counter t on t.id = asked.counter_id',
  turn: 't',
  facts: { value: 't.value' },
  changed: { value: 'integer' },
  take: `update counter t set value = change.value from change where t.id = change.turn_id and t.xmin::text = change.version
    returning change.n`,
  writes: { noted: 'insert into noted (value) select value from taken join change using (n)' },
};

const EVENT = { type: 'DAY_STARTED', occurred_at: new Date(), audience: 'EVERYONE', tags: [], data: {} };

let own: TestDatabase;
let database: Database;
let view: DatabaseView;

beforeAll(async () => {
  own = await openTestDatabase();
  database = new Database(own.dataSource, own.target, () => undefined);
  view = await DatabaseView.open(own.target);
  await view.rows('create table counter (id uuid primary key, value integer not null check (value < 1000))');
  await view.rows('create table noted (value integer not null)');
});

afterAll(async () => {
  await view.close();
  await database.close();
  await own.close();
});

async function makeCounter(value = 0): Promise<string> {
  const id = randomUUID();
  await view.rows('insert into counter values ($1, $2)', [id, value]);
  return id;
}

const valueOf = async (id: string) =>
  (await view.row<{ value: number }>('select value from counter where id = $1', [id])).value;

/** Adds to a counter; gives the values that were found, one for each time that it was judged. */
async function add(batcher: CommandBatcher, id: string, count = 1, owner = 'somebody') {
  const found: number[] = [];
  const { written } = await batcher.run(owner, { counter_id: id }, ({ value }: { value: number }) => {
    found.push(value);
    return { change: { value: value + count, events: [EVENT] }, written: { value: value + count } };
  });
  return { found, written };
}

test('whatever comes at the same moment on one row is done in turn, each on what the one before left', async () => {
  const batcher = new CommandBatcher(database, COUNTERS);
  const [busy, quiet] = [await makeCounter(), await makeCounter()];
  const added = await Promise.all([...Array.from({ length: 30 }, () => add(batcher, busy)), add(batcher, quiet, 5)]);
  expect(await valueOf(busy)).toBe(30);
  expect(await valueOf(quiet)).toBe(5);
  expect(new Set(added.map(({ written }) => JSON.stringify(written))).size).toBe(30);
});

test('one that the database refuses fails alone: the others of its batch are written, and nothing of it', async () => {
  const batcher = new CommandBatcher(database, COUNTERS, { most: 64, underWay: 1 });
  const counters = await Promise.all(Array.from({ length: 8 }, () => makeCounter()));
  const outcomes = await Promise.allSettled(counters.map((id, index) => add(batcher, id, index === 3 ? 5_000 : 1)));
  expect(outcomes.map(({ status }) => status)).toEqual(counters.map((_, n) => (n === 3 ? 'rejected' : 'fulfilled')));
  expect(await Promise.all(counters.map(valueOf))).toEqual(counters.map((_, n) => (n === 3 ? 0 : 1)));
  expect(await view.rows('select from noted where value >= 1000')).toEqual([]);
});

test('one that is refused by its rules does not touch the others of its batch', async () => {
  const batcher = new CommandBatcher(database, COUNTERS, { most: 64, underWay: 1 });
  const id = await makeCounter();
  const refused = batcher.run('somebody', { counter_id: null }, ({ turnId }: { turnId: string | null }) => {
    throw new Error(`There is no ${String(turnId)}.`);
  });
  const done = add(batcher, id);
  await expect(refused).rejects.toThrow('There is no null.');
  expect((await done).written).toEqual({ value: 1 });
});

test('one that was overtaken by another process is judged anew, by what that one left', async () => {
  const batcher = new CommandBatcher(database, COUNTERS);
  const id = await makeCounter(10);
  await view.rows('begin');
  await view.rows('update counter set value = 20 where id = $1', [id]);
  const adding = add(batcher, id);
  await until(waitingWrites, (waiting) => waiting === 1);
  await view.rows('commit');
  expect(await adding).toEqual({ found: [10, 20], written: { value: 21 } });
  expect(await valueOf(id)).toBe(21);
});

test('when the connection breaks nobody tries again by himself, and the next one finds a new connection', async () => {
  const batcher = new CommandBatcher(database, COUNTERS);
  const [held, other] = [await makeCounter(), await makeCounter()];
  await view.rows('begin');
  await view.rows('update counter set value = 1 where id = $1', [held]);
  const adding = Promise.allSettled([add(batcher, held), add(batcher, other)]);
  await until(waitingWrites, (waiting) => waiting > 0);
  await view.rows(`select pg_terminate_backend(pid) from pg_stat_activity where ${WAITS}`);
  const outcomes = await adding;
  await view.rows('rollback');
  expect(outcomes[0].status).toBe('rejected');
  expect(await valueOf(held)).toBe(0);
  expect((await add(batcher, held)).written).toEqual({ value: 1 });
});

test('an account that has much waiting lets the others by', async () => {
  const batcher = new CommandBatcher(database, COUNTERS, { most: 4, underWay: 1 });
  const counters = await Promise.all(Array.from({ length: 41 }, () => makeCounter()));
  const order: string[] = [];
  const many = counters.slice(1).map((id) => add(batcher, id, 1, 'greedy').then(() => order.push('greedy')));
  const one = add(batcher, counters[0]!, 1, 'honest').then(() => order.push('honest'));
  await Promise.all([...many, one]);
  expect(order.indexOf('honest')).toBeLessThan(8);
});

const WAITS = `datname = current_database() and application_name = 'tiendo commands' and wait_event_type = 'Lock'`;

async function waitingWrites(): Promise<number> {
  const { count } = await view.row<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity where ${WAITS}`,
  );
  return count;
}
