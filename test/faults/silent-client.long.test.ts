import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { buildProgram, type BuiltProgram, type ChildProgram } from '../support/processes/child-program';
import { metric } from '../support/metrics';
import { RawClient } from '../support/sockets/raw-client';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';

const EVENTS = 10_000;
const READERS = 20;
const MOST_GROWTH = 50 * 1024 * 1024;
const STREAM = 'subscription ($after: Cursor) { events(after: $after) { cursor previous data } }';
const LIVE = 'subscription { live { workItems(first: 40) { nodes { code title percentComplete } } } }';

interface Wire {
  readonly id?: string;
  readonly payload?: { data: { events: { cursor: string; previous: string; data: { at: number } } } };
}

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let built: BuiltProgram;
let program: ChildProgram;

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
  built = await buildProgram();
  program = await built.start(target);
}, 60_000);

afterAll(async () => {
  await program.stop();
  await built.remove();
  await view.close();
  await drop();
});

/** Counts what comes, and that each event names the one before it; keeps nothing. */
class Reader {
  received = 0;
  broken = 0;
  /** Milliseconds from an event's writing to its coming. */
  delays: number[] = [];
  last: string;

  constructor(
    readonly client: RawClient,
    start: string,
  ) {
    this.last = start;
    client.socket.removeAllListeners('message');
    client.socket.on('message', (data: Buffer) => this.take(JSON.parse(data.toString('utf8')) as Wire));
  }

  private take({ id, payload }: Wire): void {
    if (id !== 'stream' || payload === undefined) return;
    const { cursor, previous, data } = payload.data.events;
    this.delays.push(Date.now() - data.at);
    if (previous !== this.last) this.broken += 1;
    this.last = cursor;
    this.received += 1;
  }
}

/** The delay that one event in a hundred exceeded since the last call, in milliseconds. */
function takeP99(readers: readonly Reader[]): number {
  const delays = readers.flatMap((reader) => reader.delays.splice(0)).sort((left, right) => left - right);
  return Math.round(delays[Math.floor(delays.length * 0.99)]!);
}

async function connect(after: string): Promise<Reader> {
  const client = await RawClient.signedIn(program.url, (await program.as('inspector')).token!);
  const reader = new Reader(client, after);
  client.start('stream', STREAM, { after });
  client.start('live', LIVE);
  return reader;
}

/** Writes events of two kilobytes that change items, a thousand at a time, and waits until the program has heard of them. */
async function writeAll(): Promise<void> {
  for (let written = 0; written < EVENTS; written += 1_000) {
    await view.rows(
      `with changed as (update work_item set percent_complete = $1 where code = '07-02')
       insert into outbox (type, occurred_at, audience, tags, data)
       select 'MADE', '2023-11-14', 'EVERYONE', '{work_item}', json_build_object('text', repeat('x', 2000), 'n', n, 'at', extract(epoch from clock_timestamp()) * 1000) from generate_series(1, 1000) n`,
      [written / 1_000],
    );
    const { position } = await view.row<{ position: number }>(
      `select (select position from log_head) + (select count(*) from outbox) as position`,
    );
    await until(
      () => metric(program.url, 'tiendo_log_position'),
      (heard) => heard >= position,
    );
  }
}

test('a client that reads nothing costs the server little and the others nothing; it goes on without loss', async () => {
  const { start } = await view.row<{ start: string }>(`select epoch || '.' || position as start from log_head`);
  const readers = await Promise.all(Array.from({ length: READERS }, () => connect(start)));
  // the same once with readers alone: what grows then is not the silent one's
  await writeAll();
  await until(
    () => readers.every(({ received }) => received === EVENTS),
    (isDone) => isDone,
  );
  const alone = takeP99(readers);
  const silent = await connect(readers[0]!.last);
  await until(
    () => metric(program.url, 'tiendo_sockets'),
    (sockets) => sockets === READERS + 1,
  );
  silent.client.socket.pause();
  const before = await metric(program.url, 'process_resident_memory_bytes');
  await writeAll();
  await until(
    () => readers.every(({ received }) => received === 2 * EVENTS),
    (isDone) => isDone,
  );
  const grown = (await metric(program.url, 'process_resident_memory_bytes')) - before;
  console.log(`p99 of the others: ${alone} ms alone, ${takeP99(readers)} ms beside a client that reads nothing`);
  expect(grown).toBeLessThan(MOST_GROWTH);
  expect(readers.map(({ broken }) => broken)).toEqual(readers.map(() => 0));
  expect(silent.received).toBeLessThan(EVENTS);

  silent.client.socket.resume();
  // it may have been sent away meanwhile: then it comes back to its place
  await Promise.race([
    until(
      () => silent.received === EVENTS,
      (isDone) => isDone,
    ),
    silent.client.closed,
  ]);
  const again = silent.received === EVENTS ? null : await connect(silent.last);
  await until(
    () => silent.received + (again?.received ?? 0) === EVENTS,
    (isDone) => isDone,
  );
  expect(silent.broken + (again?.broken ?? 0)).toBe(0);
  for (const { client } of [...readers, silent, ...(again === null ? [] : [again])]) await client.cut();
}, 120_000);
