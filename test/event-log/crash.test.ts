import fc from 'fast-check';
import { Client } from 'pg';
import { dataSourceOn } from '../../src/open-data-source';
import { Database } from '../../src/platform/database/database';
import { EventLog } from '../../src/platform/event-log/event-log';
import type { LogEvent } from '../../src/platform/event-log/event-row';
import { verifyChain } from '../../src/platform/event-log/verify-chain';
import { cloneDatabase, openTestDatabase, type TestDatabase, type TestTarget } from '../support/database';
import { until } from '../support/until';
import { sized } from '../support/size';

const INSERT = `insert into outbox (type, occurred_at, audience, tags, data) values ('WRITTEN', '2023-11-14', 'EVERYONE', '{}', $1)`;

let testDatabase: TestDatabase;
const connections: Client[] = [];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  for (let index = 0; index < 4; index++) connections.push(await connect(testDatabase.target));
});

afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.end()));
  await testDatabase.close();
});

async function connect(target: TestTarget): Promise<Client> {
  const client = new Client(target);
  await client.connect();
  return client;
}

async function openLog(target: TestTarget): Promise<{ log: EventLog; database: Database; errors: unknown[] }> {
  const database = new Database(await dataSourceOn(target).initialize(), target, () => undefined);
  const errors: unknown[] = [];
  return { log: new EventLog(database, (error) => errors.push(error)), database, errors };
}

/** A step of the model: what one of four writers does next, or somebody numbers what is committed. */
type Step = { readonly is: 'write' | 'commit' | 'rollback'; readonly writer: number } | { readonly is: 'sequence' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ is: fc.constant('write' as const), writer: fc.nat(3) }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('commit' as const), writer: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('rollback' as const), writer: fc.nat(3) }) },
    { weight: 2, arbitrary: fc.constant({ is: 'sequence' as const }) },
  ),
  { minLength: 5, maxLength: 40 },
);

/** What the log must be: each numbering appends what was committed since the last one, in the order in which it was written. */
class Model {
  readonly log: number[] = [];
  private committed: number[] = [];
  private readonly open = new Map<number, number[]>();

  write(writer: number, name: number): boolean {
    const begins = !this.open.has(writer);
    this.open.set(writer, [...(this.open.get(writer) ?? []), name]);
    return begins;
  }

  /** Whether there was a transaction to end. */
  end(writer: number, commits: boolean): boolean {
    const names = this.open.get(writer);
    this.open.delete(writer);
    if (commits) this.committed.push(...(names ?? []));
    return names !== undefined;
  }

  sequence(): void {
    this.log.push(...this.committed.sort((left, right) => left - right));
    this.committed = [];
  }

  get writers(): number[] {
    return [...this.open.keys()];
  }
}

test('whatever the order of commits, rollbacks and numberings: contiguous positions, nothing lost, nothing twice, whole chain', async () => {
  const { database } = await openLog(testDatabase.target);
  // names rise over all runs, as the outbox's ids do
  let name = 0;
  const everything: number[] = [];

  const apply = async (model: Model, step: Step): Promise<void> => {
    if (step.is === 'sequence') {
      await database.query('select from sequence_events()');
      model.sequence();
      return;
    }
    const connection = connections[step.writer]!;
    if (step.is === 'write') {
      name += 1;
      if (model.write(step.writer, name)) await connection.query('begin');
      await connection.query(INSERT, [JSON.stringify({ name })]);
    } else if (model.end(step.writer, step.is === 'commit')) {
      await connection.query(step.is === 'commit' ? 'commit' : 'rollback');
    }
  };

  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const model = new Model();
      for (const step of sequence) await apply(model, step);
      for (const writer of model.writers) await apply(model, { is: 'commit', writer });
      await apply(model, { is: 'sequence' });
      everything.push(...model.log);
      const rows = await database.query<{ position: number; name: number }>(
        `select position, (data->>'name')::integer as name from event_log order by position`,
      );
      expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index + 1));
      expect(rows.map((row) => row.name)).toEqual(everything);
    }),
    // what is in the log stays in the log: a failing run cannot be tried again on the same database
    { numRuns: sized(12, 40), seed: 20231114, endOnFailure: true },
  );
  expect(await verifyChain(database)).toMatchObject({ faults: [], events: everything.length });
  await database.close();
}, 60_000);

test('events whose process died between commit and numbering are numbered and delivered by another one', async () => {
  const { target, drop } = await cloneDatabase();
  const { log, database, errors } = await openLog(target);
  await log.start();
  const delivered: LogEvent[] = [];
  log.feed.listen((events) => delivered.push(...events));
  const dying = await connect(target);
  for (const name of [1, 2, 3]) await dying.query(INSERT, [JSON.stringify({ name })]);
  await dying.end();
  await until(
    () => delivered.length,
    (count) => count >= 3,
  );
  expect(delivered.map(({ position, data }) => ({ position, data }))).toEqual(
    [1, 2, 3].map((name) => ({ position: name, data: { name } })),
  );
  expect(await verifyChain(database)).toMatchObject({ faults: [], events: 3 });
  expect(errors).toEqual([]);
  await log.stop();
  await database.close();
  await drop();
});

test('a log that starts with unnumbered events behind a long history delivers what comes then', async () => {
  const { target, drop } = await cloneDatabase();
  const client = await connect(target);
  const fill = (count: number) =>
    client.query(
      `insert into outbox (type, occurred_at, audience, tags, data)
       select 'WRITTEN', '2023-11-14', 'EVERYONE', '{}', '{}' from generate_series(1, $1::integer)`,
      [count],
    );
  await fill(3_000);
  for (let round = 0; round < 3; round++) await client.query('select from sequence_events()');
  await fill(2);

  const { log, database, errors } = await openLog(target);
  await log.start();
  expect(log.feed.head.position).toBe(3_002);
  await client.query(INSERT, [JSON.stringify({ name: 'next' })]);
  await log.sequence();
  expect(log.feed.head.position).toBe(3_003);
  for (const after of [0, 499, 500, 1_999, 2_999, 3_000, 3_001, 3_002, 3_003]) {
    const read = await log.feed.read(after, 10);
    const count = Math.min(10, 3_003 - after);
    expect(read.map(({ position }) => position)).toEqual(
      Array.from({ length: count }, (_, index) => after + index + 1),
    );
  }
  expect(errors).toEqual([]);
  await log.stop();
  await database.close();
  await client.end();
  await drop();
});
