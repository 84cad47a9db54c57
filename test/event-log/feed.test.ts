import type { Database } from '../../src/platform/database/database';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import { EventFeed } from '../../src/platform/event-log/event-feed';
import type { LogEvent } from '../../src/platform/event-log/event-row';

/** A log of so many events, and a feed over it that begins at its start. */
function makeLog(length: number) {
  const table = Array.from({ length }, (_, index) => eventAt(index + 1));
  const state = { reads: 0, fails: 0 };
  const database = {
    query: (_text: string, [after, limit]: [number, number]) => {
      state.reads += 1;
      if (state.fails > 0) {
        state.fails -= 1;
        return Promise.reject(new Error('no database'));
      }
      return Promise.resolve(table.filter(({ position }) => position > after).slice(0, limit));
    },
  } as unknown as Database;
  const errors: Error[] = [];
  const feed = new EventFeed(database, (error) => errors.push(error as Error));
  const delivered: number[] = [];
  feed.listen((events) => delivered.push(...events.map(({ position }) => position)));
  return { feed, table, state, errors, delivered };
}

function eventAt(position: number): LogEvent {
  return {
    position,
    epoch: 1,
    txid: String(position),
    type: 'WRITTEN',
    occurredAt: new Date(0),
    actorId: null,
    actorName: null,
    unitId: null,
    programmeId: null,
    subjectType: null,
    subjectId: null,
    audience: EventAudience.EVERYONE,
    tags: [],
    data: {},
    hash: '',
  };
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('what follows the head is taken as it is; what leaves a gap is read from the table', async () => {
  const { feed, table, state, delivered } = makeLog(6);
  feed.offer(table.slice(0, 2));
  expect(state.reads).toBe(0);
  feed.offer(table.slice(4, 6));
  await feed.settled();
  expect(delivered).toEqual(upTo(6));
});

test('repeated, late and overlapping words of the same events deliver each once, in order', async () => {
  const { feed, table, delivered } = makeLog(1_200);
  feed.hint(1_200);
  feed.hint(3);
  feed.offer(table.slice(0, 4));
  feed.offer(table.slice(1, 3));
  await feed.settled();
  feed.offer(table.slice(1_190, 1_200));
  feed.hint(1_200);
  await feed.settled();
  expect(delivered).toEqual(upTo(1_200));
  expect((await feed.read(1_195, 10)).map(({ position }) => position)).toEqual([1_196, 1_197, 1_198, 1_199, 1_200]);
});

test('a word of more than the table holds is not asked for again and again', async () => {
  const { feed, state, delivered } = makeLog(2);
  feed.hint(9);
  await feed.settled();
  expect(delivered).toEqual([1, 2]);
  expect(state.reads).toBeLessThan(4);
});

test('a reading that fails is reported, and made good by the next word', async () => {
  const { feed, state, errors, delivered } = makeLog(3);
  state.fails = 1;
  feed.hint(3);
  await feed.settled();
  expect(errors.map(({ message }) => message)).toEqual(['no database']);
  expect(delivered).toEqual([]);
  feed.hint(3);
  await feed.settled();
  expect(delivered).toEqual([1, 2, 3]);
});

test('a listener that throws keeps nothing from the others', () => {
  const { feed, table, errors, delivered } = makeLog(1);
  const later: number[] = [];
  const stop = feed.listen(() => {
    throw new Error('mine alone');
  });
  feed.listen((events) => later.push(...events.map(({ position }) => position)));
  feed.offer(table);
  expect([delivered, later]).toEqual([[1], [1]]);
  expect(errors.map(({ message }) => message)).toEqual(['mine alone']);
  stop();
});
