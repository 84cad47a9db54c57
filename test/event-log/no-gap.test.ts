import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';
import { checkSequence, type Findings, type Received } from '../support/sockets/sequence-check';
import { Subscriber } from '../support/sockets/subscriber';

interface Streamed {
  readonly events: {
    readonly cursor: string;
    readonly previous: string;
    readonly type: string;
    readonly data: { readonly name?: string };
  };
}

const WRITERS = 8;
const ROUNDS = 30;
const SUBSCRIBERS = 10;
const CUTS = 20;
const WHOLE: Findings = { missing: 0, repeated: 0, disordered: 0, broken: 0 };

const EVENTS = 'subscription ($after: Cursor) { events(after: $after) { cursor previous type data } }';

let program: TestProgram;
let view: DatabaseView;
let writers: EventWriter[];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  // the naive way, for comparison: readers ask for everything beyond the last number of a sequence
  await view.rows('create table naive_log (position bigserial primary key, name text not null)');
  writers = await Promise.all(Array.from({ length: WRITERS }, () => EventWriter.open(program.target)));
});

afterAll(async () => {
  await Promise.all(writers.map((writer) => writer.close()));
  await view.close();
  await program.close();
});

/**
 * Writes into both logs at once. The order of commits differs from the order of numbers: after taking its numbers a transaction stays open for some
 * milliseconds more, in the database.
 */
async function write(writer: EventWriter, name: string): Promise<void> {
  const hold = Math.random() * 0.012;
  await writer.database.transaction(async (tx) => {
    await tx.query('insert into naive_log (name) values ($1)', [name]);
    await tx.query(
      `insert into outbox (type, occurred_at, audience, tags, data) values ('WRITTEN', '2023-11-14', 'EVERYONE', '{}', $1)`,
      [JSON.stringify({ name })],
    );
    await tx.query('select pg_sleep($1)', [hold]);
  });
}

async function writeAll(): Promise<string[]> {
  const names = await Promise.all(
    writers.map(async (writer, number) => {
      const written: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await write(writer, `${number}-${round}`);
        written.push(`${number}-${round}`);
      }
      return written;
    }),
  );
  return names.flat();
}

/** Follows the log over as many connections as it takes: each is cut after some events, the next goes on at the cursor. */
async function follow(token: string, start: string): Promise<{ received: Received[]; cuts: number }> {
  const received: Received[] = [];
  let cuts = 0;
  for (;;) {
    const after = received.at(-1)?.place ?? start;
    const subscriber = new Subscriber(program.url, token);
    const { messages } = subscriber.subscribe<Streamed>(EVENTS, { after });
    const breakAfter = cuts < CUTS ? Math.floor(Math.random() * 12) : Infinity;
    for (let count = 0; count <= breakAfter; count++) {
      const { events } = (await messages.next()).data;
      received.push({ name: events.data.name ?? events.cursor, place: events.cursor, previous: events.previous });
      if (events.type !== 'ENDED') continue;
      await subscriber.close();
      return { received, cuts };
    }
    subscriber.cut();
    cuts += 1;
  }
}

/** Follows the naive log in the same way: what lies beyond the last position that was seen. */
async function followNaively(isOver: () => boolean): Promise<Received[]> {
  const received: Received[] = [];
  for (let last = 0; ;) {
    const over = isOver();
    const rows = await view.rows<{ position: number; name: string }>(
      'select position::integer, name from naive_log where position > $1 order by position',
      [last],
    );
    received.push(...rows.map(({ position, name }) => ({ name, place: String(position) })));
    last = rows.at(-1)?.position ?? last;
    if (over) return received;
  }
}

test('cut and resumed at any moment, subscribers lose nothing; the same check finds what a sequence loses', async () => {
  const { token } = await program.as('inspector');
  const start = `1.${await headPosition()}`;
  const following = Promise.all(Array.from({ length: SUBSCRIBERS }, () => follow(token!, start)));
  let over = false;
  const naive = followNaively(() => over);
  const reports = (async () => {
    for (const percent of [70, 75, 80]) await changeProgress(program, percent);
  })();
  const written = await writeAll();
  await reports;
  over = true;
  await writers[0]!.write({ type: 'ENDED' });

  const followed = await following;
  const logged = await view.rows<{ name: string }>(
    `select coalesce(data->>'name', epoch || '.' || position) as name from event_log where position > $1 order by position`,
    [start.split('.')[1]],
  );
  const names = logged.map(({ name }) => name);
  expect(written.every((name) => names.includes(name))).toBe(true);
  for (const { received } of followed) {
    expect(checkSequence(names, received, start)).toEqual(WHOLE);
    expect(received.map(({ name }) => name)).toEqual(names);
  }
  expect(Math.min(...followed.map(({ cuts }) => cuts))).toBeGreaterThan(5);

  // the test of the test
  const lost = checkSequence(written, await naive);
  expect(lost.missing).toBeGreaterThan(0);
}, 60_000);

async function headPosition(): Promise<number> {
  return (await view.row<{ position: number }>('select position::integer from log_head')).position;
}

test('the check counts what is missing, repeated, out of order, and not continued', () => {
  const step = (name: string, place: string, previous: string) => ({ name, place, previous });
  const whole = [step('a', '1.1', '1.0'), step('b', '1.2', '1.1'), step('c', '1.3', '1.2')];
  expect(checkSequence(['a', 'b', 'c'], whole, '1.0')).toEqual(WHOLE);
  expect(checkSequence(['a', 'b', 'c'], [whole[0]!, whole[2]!], '1.0')).toMatchObject({ missing: 1, broken: 1 });
  expect(checkSequence(['a', 'b', 'c'], [...whole, whole[2]!], '1.0')).toMatchObject({ repeated: 1, disordered: 1 });
  expect(checkSequence(['a', 'b'], [whole[1]!, whole[0]!])).toMatchObject({ disordered: 1, missing: 0 });
});
