import fc from 'fast-check';
import { appendEvent } from '../../src/platform/event-log/append-event';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import { EventLog } from '../../src/platform/event-log/event-log';
import type { LogEvent } from '../../src/platform/event-log/event-row';
import { type LogCursor, writeCursor } from '../../src/platform/event-log/log-cursor';
import { Database } from '../../src/platform/database/database';
import { Turns, UNBOUNDED } from '../../src/platform/lib/turns';
import { HeldBytes, type Holding } from '../../src/platform/live/held-bytes';
import { EventGroup } from '../../src/platform/live/event-group';
import { LiveCounts } from '../../src/platform/live/live-counts';
import { PREVIOUS, RenderedEvent } from '../../src/platform/live/rendered-event';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { MadeSink } from '../support/sockets/made-sink';
import { until } from '../support/until';
import { sized } from '../support/size';
import { UNDECLARED } from '../support/event-writer';

interface Delivered {
  readonly data: { readonly cursor: string; readonly previous: string };
}

let testDatabase: TestDatabase;
let database: Database;
let log: EventLog;
let counts: LiveCounts;
let failures: unknown[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  database = new Database(testDatabase.dataSource, testDatabase.target, () => undefined);
  log = new EventLog(database, () => undefined);
  await log.start();
});

beforeEach(() => {
  counts = new LiveCounts();
  failures = [];
});

afterAll(async () => {
  await log.stop();
  await database.close();
  await testDatabase.close();
});

async function write(count: number): Promise<void> {
  await database.transaction((tx) => {
    for (let written = 0; written < count; written++) {
      appendEvent(tx, {
        type: UNDECLARED,
        occurredAt: new Date('2023-11-14T01:00:00Z'),
        actor: null,
        subject: null,
        unitId: null,
        programmeId: null,
        audience: EventAudience.EVERYONE,
        data: {},
      });
    }
    return Promise.resolve();
  });
  await log.sequence();
}

/** A group that lets through the events that fit. */
function group(
  fits: (event: LogEvent) => boolean,
  before: () => Promise<unknown> = () => Promise.resolve(),
  holding: Holding = new HeldBytes().begin('', 0),
) {
  const render = async (events: readonly LogEvent[]) => {
    await before();
    return events.map((event) => {
      if (!fits(event)) return null;
      const cursor = writeCursor(event);
      return new RenderedEvent(cursor, { data: { cursor, previous: PREVIOUS }, extensions: {} });
    });
  };
  const streams = new EventGroup(render, {
    feed: log.feed,
    counts,
    turns: new Turns(UNBOUNDED),
    holding,
    noteStage: () => undefined,
    settled: () => Promise.resolve(),
    onError: (error) => failures.push(error),
    onEmpty: () => undefined,
  });
  return { streams, stop: log.feed.listen(() => streams.advance()) };
}

/** Cursors of what a member received, after checking that each names the one before. */
function chain(sink: MadeSink<Delivered>, after: LogCursor): string[] {
  const received = sink.messages.all.map(({ data }) => data);
  const cursors = received.map(({ cursor }) => cursor);
  expect(received.map(({ previous }) => previous)).toEqual([writeCursor(after), ...cursors].slice(0, cursors.length));
  return cursors;
}

test('a stream waits for a database that fails under it, keeps its place and loses nothing', async () => {
  const start = log.feed.head;
  // the first page meets a real error of the database
  const { streams, stop } = group(
    () => true,
    () => database.query(failures.length === 0 ? 'select 1 / 0' : 'select 1'),
  );
  const sink = new MadeSink<Delivered>();
  const leave = streams.join(sink, start);
  await write(1);
  const { data } = await sink.messages.next();
  expect(data).toEqual({ cursor: writeCursor(log.feed.head), previous: writeCursor(start) });
  expect(failures).toHaveLength(1);
  leave();
  stop();
});

test('an event is rendered once for all members, and they get the same bytes', async () => {
  const { streams, stop } = group(() => true);
  const sinks = Array.from({ length: 50 }, () => new MadeSink<Delivered>());
  const leaves = sinks.map((sink) => streams.join(sink, log.feed.head));
  await write(3);
  await Promise.all(
    sinks.map((sink) => sink.messages.nextUntil(({ data }) => data.cursor === writeCursor(log.feed.head))),
  );
  expect(counts.eventsRendered).toBe(3);
  expect(new Set(sinks.map(({ latest }) => latest)).size).toBe(1);
  for (const leave of leaves) leave();
  stop();
});

test('where there is no room little is kept for those who resume, and they get everything all the same', async () => {
  const held = new HeldBytes(1_000);
  const { streams, stop } = group(() => true, undefined, held.begin('someone', 0));
  const start = log.feed.head;
  const [early, late] = [new MadeSink<Delivered>(), new MadeSink<Delivered>()];
  const leave = streams.join(early, start);
  await write(600);
  await early.messages.nextUntil(({ data }) => data.cursor === writeCursor(log.feed.head));
  expect(held.of('someone')).toBeLessThanOrEqual(64 * 1024);
  streams.join(late, start);
  await late.messages.nextUntil(({ data }) => data.cursor === writeCursor(log.feed.head));
  expect(chain(late, start)).toEqual(chain(early, start));
  expect(held.of('someone')).toBeLessThanOrEqual(64 * 1024);
  leave();
  stop();
});

test('whatever falls behind, comes late or goes: everybody gets every event that fits once, in order, each naming the one before', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('write' as const), count: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ do: fc.constantFrom('fallBehind' as const, 'catchUp' as const, 'join' as const), who: fc.nat(4) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 25 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, every) => {
        const fits = ({ position }: LogEvent) => position % every === 0;
        const { streams, stop } = group(fits);
        const start = log.feed.head;
        const join = () => {
          const sink = new MadeSink<Delivered>();
          return { sink, leave: streams.join(sink, start) };
        };
        const members = [join()];
        for (const entry of steps) {
          if (entry.do === 'write') {
            await write(entry.count);
          } else if (entry.do === 'join') {
            members.push(join());
          } else {
            members[entry.who % members.length]!.sink[entry.do]();
          }
        }
        const { head } = log.feed;
        const expected = Array.from(
          { length: head.position - start.position },
          (_, index) => start.position + index + 1,
        )
          .filter((position) => position % every === 0)
          .map((position) => writeCursor({ epoch: head.epoch, position }));
        for (const { sink } of members) sink.catchUp();
        await until(
          () => members.every(({ sink }) => sink.messages.all.length >= expected.length),
          (isDone) => isDone,
        );
        for (const { sink, leave } of members) {
          expect(chain(sink, start)).toEqual(expected);
          leave();
        }
        stop();
        expect(failures).toEqual([]);
      },
    ),
    { numRuns: sized(6, 25) },
  );
}, 60_000);
