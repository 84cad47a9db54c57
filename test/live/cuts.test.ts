import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import type { Followed } from '../support/sockets/follow-events';
import { startTestProgram, type TestProgram } from '../support/program';
import { checkSequence, type Received } from '../support/sockets/sequence-check';
import { Subscriber } from '../support/sockets/subscriber';
import { DEMO_TEMPLATE } from '../support/test-server';
import { sized } from '../support/size';

const SUBSCRIBERS = sized(15, 100);
const CUTS = sized(5, 20);
const WRITERS = 8;
const EVENTS_EACH = sized(20, 60);

const FOLLOW = 'subscription ($after: Cursor) { events(after: $after) { cursor previous type data } }';
const SELECTION = 'workItems(first: 40) { nodes { code percentComplete } }';

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let writer: EventWriter;
let programs: TestProgram[];

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
  writer = await EventWriter.open(target);
  const environment = { SOCKETS_PER_ACCOUNT: '1000' };
  programs = [await startTestProgram({ target, environment }), await startTestProgram({ target, environment })];
});

afterAll(async () => {
  for (const program of programs) await program.close();
  await writer.close();
  await view.close();
  await drop();
});

/** Connects to one or the other process. */
async function connect(): Promise<Subscriber> {
  const program = programs[Math.floor(Math.random() * programs.length)]!;
  return new Subscriber(program.url, (await program.as('admin')).token);
}

/** Follows the log to the event `ENDED`; breaks its own connection so many times on the way. */
async function follow(start: string): Promise<{ received: Received[]; cuts: number }> {
  const received: Received[] = [];
  for (let cuts = 0; ; cuts++) {
    const subscriber = await connect();
    const { messages } = subscriber.subscribe<Followed>(FOLLOW, { after: received.at(-1)?.place ?? start });
    const isLast = cuts === CUTS;
    for (let left = 1 + Math.floor(Math.random() * 20); isLast || left > 0; left--) {
      const { events } = (await messages.next()).data;
      received.push({ name: events.data.name ?? events.cursor, place: events.cursor, previous: events.previous });
      if (events.type !== 'ENDED') continue;
      await subscriber.close();
      return { received, cuts };
    }
    subscriber.cut();
  }
}

/** Keeps a list live until it says what the last change made of it; gives the last answer. */
async function keepLive(): Promise<unknown> {
  for (;;) {
    const subscriber = await connect();
    const { messages } = subscriber.subscribe<{ live: { workItems: { nodes: { percentComplete: number }[] } } }>(
      `subscription { live { ${SELECTION} } }`,
    );
    for (let left = 1 + Math.floor(Math.random() * 20); left > 0; left--) {
      const { live } = (await messages.next()).data;
      // the last change is the only one of its kind
      if (!live.workItems.nodes.some(({ percentComplete }) => percentComplete === 99.5)) continue;
      await subscriber.close();
      return live;
    }
    subscriber.cut();
  }
}

/** Writes events that each change an item, now and then with every process's notifications cut. */
async function write(name: number): Promise<void> {
  for (let round = 0; round < EVENTS_EACH; round++) {
    if (Math.random() < 0.05) {
      await view.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'tiendo listen'`,
      );
    }
    await writer.write({ data: { name: `${name}-${round}` }, extraTags: ['work_item'] }, (tx) =>
      tx.query('update work_item set percent_complete = $1 where code = $2', [round, `07-0${name + 1}`]),
    );
  }
}

test(`${SUBSCRIBERS} subscribers, ${CUTS} cuts each, ${WRITERS} writers, two processes, notifications cut at random: no gap, no repeat, in order; live queries end as a fresh query`, async () => {
  const { start } = await view.row<{ start: string }>(`select epoch || '.' || position as start from log_head`);
  const following = Array.from({ length: SUBSCRIBERS }, () => follow(start));
  const living = Array.from({ length: 10 }, () => keepLive());
  await Promise.all(Array.from({ length: WRITERS }, (_, name) => write(name)));
  await writer.write({ extraTags: ['work_item'] }, (tx) =>
    tx.query(`update work_item set percent_complete = 99.5 where code = '07-01'`),
  );
  await writer.write({ type: 'ENDED' });
  const followed = await Promise.all(following);
  const written = await view.rows<{ name: string }>(
    `select coalesce(data->>'name', epoch || '.' || position) as name from event_log where position > $1 order by position`,
    [start.split('.')[1]],
  );
  const names = written.map(({ name }) => name);
  expect(names).toHaveLength(WRITERS * EVENTS_EACH + 2);
  for (const { received, cuts } of followed) {
    expect(cuts).toBe(CUTS);
    expect(checkSequence(names, received, start)).toEqual({ missing: 0, repeated: 0, disordered: 0, broken: 0 });
  }
  const fresh = (await (await programs[0]!.as('admin')).ask(`{ ${SELECTION} }`)).data;
  for (const last of await Promise.all(living)) expect(last).toEqual(fresh);
}, 120_000);
