import { EventAudience } from '../../src/platform/event-log/event-audience';
import { appendEvent } from '../../src/platform/event-log/append-event';
import { Database } from '../../src/platform/database/database';
import { EventLog } from '../../src/platform/event-log/event-log';
import type { LogEvent } from '../../src/platform/event-log/event-row';
import { verifyChain } from '../../src/platform/event-log/verify-chain';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { UNDECLARED } from '../support/event-writer';

let testDatabase: TestDatabase;
let database: Database;
let log: EventLog;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = new Database(testDatabase.dataSource, testDatabase.target, () => undefined);
  log = new EventLog(database, (error) => {
    throw error;
  });
  await log.start();
});

afterAll(async () => {
  await log.stop();
  await database.close();
  await testDatabase.close();
});

function write(name: string): Promise<string> {
  return database.transaction(async (tx) => {
    appendEvent(tx, {
      type: UNDECLARED,
      occurredAt: new Date('2023-11-14T01:00:00Z'),
      actor: null,
      subject: null,
      unitId: null,
      programmeId: null,
      audience: EventAudience.EVERYONE,
      data: { name },
    });
    const [row] = await tx.query<{ id: string }>('select pg_current_xact_id()::text as id');
    return row!.id;
  });
}

test('committed events are numbered without gaps and delivered once, in order, under 20 writers at once', async () => {
  const delivered: LogEvent[] = [];
  const before = log.feed.head.position;
  const stop = log.feed.listen((events) => delivered.push(...events));
  const writer = async (writerNumber: number) => {
    for (let round = 0; round < 15; round++) {
      await write(`${writerNumber}-${round}`);
      await log.sequence();
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, index) => writer(index)));
  await log.sequence();
  stop();
  expect(delivered.map((event) => event.position)).toEqual(
    Array.from({ length: 300 }, (_, index) => before + index + 1),
  );
  expect(new Set(delivered.map((event) => (event.data as { name: string }).name)).size).toBe(300);
});

test('a writer finds the cursor of its own transaction', async () => {
  const txid = await write('mine');
  await log.sequence();
  const cursor = await log.cursorOf(txid);
  const [row] = await database.query<{ name: string }>(
    `select data->>'name' as name from event_log where position = $1`,
    [cursor.position],
  );
  expect(row!.name).toBe('mine');
});

test('the chain verifies, and an edited, a removed and a cut-off event are found', async () => {
  await write('first');
  await write('second');
  await log.sequence();
  const whole = await verifyChain(database);
  expect(whole.faults).toEqual([]);
  const last = whole.events;
  await database.query(`update event_log set data = '{"name":"forged"}' where position = $1`, [last - 1]);
  expect((await verifyChain(database)).faults).toEqual([{ is: 'BROKEN', position: last - 1 }]);
  await database.query(`update event_log set data = '{"name":"first"}' where position = $1`, [last - 1]);
  expect((await verifyChain(database)).faults).toEqual([]);
  await database.query('delete from event_log where position = $1', [last]);
  expect((await verifyChain(database)).faults).toContainEqual({ is: 'HEAD', position: last });
});
