import { appendEvent } from '../../src/platform/event-log/append-event';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import { EventLog } from '../../src/platform/event-log/event-log';
import { writeCursor } from '../../src/platform/event-log/log-cursor';
import { Database } from '../../src/platform/database/database';
import { streamEvents } from '../../src/platform/live/event-stream';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeActor } from '../support/made-actor';

let testDatabase: TestDatabase;
let database: Database;
let log: EventLog;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = new Database(testDatabase.dataSource, testDatabase.target, () => undefined);
  log = new EventLog(database, () => undefined);
  await log.start();
});

afterAll(async () => {
  await log.stop();
  await database.close();
  await testDatabase.close();
});

test('a stream waits for a database that fails under it, keeps its place and loses nothing', async () => {
  const failures: unknown[] = [];
  const abort = new AbortController();
  const start = writeCursor(log.feed.head);
  const stream = streamEvents(
    {
      feed: log.feed,
      after: start,
      actor: () => Promise.resolve(makeActor({ roles: [{ role: 'INSPECTOR', unitId: null }] })),
      matching: async (events) => {
        // the first page meets a real error of the database
        await database.query(failures.length === 0 ? 'select 1 / 0' : 'select 1');
        return new Set(events.map((event) => event.position));
      },
      oldest: () => Promise.resolve(1),
      onFailure: (error) => failures.push(error),
    },
    abort.signal,
  );
  const next = stream.next();
  await writeEvent();
  const { value } = await next;
  expect(value).toMatchObject({ type: 'SOMETHING_HAPPENED', previous: start });
  expect(failures).toHaveLength(1);
  abort.abort();
  expect(await stream.next()).toEqual({ value: undefined, done: true });
});

async function writeEvent(): Promise<void> {
  await database.transaction((tx) => {
    appendEvent(tx, {
      type: 'SOMETHING_HAPPENED',
      occurredAt: new Date('2023-11-14T01:00:00Z'),
      actor: null,
      subject: null,
      unitId: null,
      programmeId: null,
      audience: EventAudience.EVERYONE,
      data: {},
    });
    return Promise.resolve();
  });
  await log.sequence();
}
