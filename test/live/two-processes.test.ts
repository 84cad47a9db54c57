import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { followEvents } from '../support/sockets/follow-events';
import { startTestProgram, type TestProgram } from '../support/program';
import { changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { checkSequence } from '../support/sockets/sequence-check';
import { Subscriber } from '../support/sockets/subscriber';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';

interface Progress {
  readonly live: { readonly workItem: { readonly percentComplete: number } };
}
interface Streamed {
  readonly events: { readonly type: string; readonly cursor: string };
}

const PROGRESS = 'subscription { live { workItem(code: "07-01") { percentComplete } } }';
const EVENTS = 'subscription { events { type cursor } }';

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let programs: [TestProgram, TestProgram];
const open: Subscriber[] = [];
const ending = new AbortController();

beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
  programs = [await startTestProgram({ target }), await startTestProgram({ target })];
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
});

afterAll(async () => {
  ending.abort();
  for (const program of programs) await program.close();
  await view.close();
  await drop();
});

async function connect(program: TestProgram): Promise<Subscriber> {
  const subscriber = new Subscriber(program.url, (await program.as('inspector')).token);
  open.push(subscriber);
  return subscriber;
}

test.each([
  ['first', 'second', 0, 1],
  ['second', 'first', 1, 0],
] as const)('what is sent to the %s shows on live and on events of the %s', async (_from, _to, from, to) => {
  const subscriber = await connect(programs[to]);
  const live = subscriber.subscribe<Progress>(PROGRESS).messages;
  const events = subscriber.subscribe<Streamed>(EVENTS).messages;
  await live.next();
  await subscriber.ask('{ viewer { id } }');
  await changeProgress(programs[from], 70 + from);
  expect((await live.next()).data.live.workItem.percentComplete).toBe(70 + from);
  const received = await events.nextUntil(({ data }) => data.events.type === 'PROGRESS_REPORT_ACCEPTED');
  expect(received.map(({ data }) => data.events.type)).toEqual([
    'PROGRESS_REPORT_SUBMITTED',
    'PROGRESS_REPORT_UNIT_APPROVED',
    'PROGRESS_REPORT_ACCEPTED',
  ]);
});

test('one who signs out at one of them is sent away from the other, too', async () => {
  const subscriber = await connect(programs[1]);
  await subscriber.subscribe<Progress>(PROGRESS).messages.next();
  const { token } = await programs[1].as('inspector');
  const sameAtFirst = programs[0].stranger();
  await fetch(`${sameAtFirst.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: 'mutation { signOut { userErrors { message } } }' }),
  });
  expect(await subscriber.closed).toMatchObject({ code: 4401 });
});

test('with the notifications cut off, nothing is lost', async () => {
  const subscriber = new Subscriber(programs[1].url, (await programs[1].as('secretariat')).token);
  open.push(subscriber);
  const live = subscriber.subscribe<Progress>(PROGRESS).messages;
  const events = subscriber.subscribe<Streamed>(EVENTS).messages;
  await live.next();
  await subscriber.ask('{ viewer { id } }');
  for (const percent of [80, 81, 82]) {
    await view.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'tiendo listen'`,
    );
    await changeProgress(programs[0], percent);
    await live.nextUntil(({ data }) => data.live.workItem.percentComplete === percent);
    await events.nextUntil(({ data }) => data.events.type === 'PROGRESS_REPORT_ACCEPTED');
  }
  const cursors = events.all.map(({ data }) => Number(data.events.cursor.split('.')[1]));
  expect(cursors).toEqual(cursors.map((_, index) => cursors[0]! + index));
  expect(cursors).toHaveLength(9);
  // and they come back by themselves
  await until(
    () =>
      view.row<{ count: number }>(
        `select count(*)::integer as count from pg_stat_activity
         where datname = current_database() and application_name = 'tiendo listen'`,
      ),
    ({ count }) => count === 2,
  );
});

test('both write at once: each follower of either gets everything once, in order', async () => {
  const writer = await EventWriter.open(target);
  const { start } = await view.row<{ start: string }>(`select epoch || '.' || position as start from log_head`);
  const following = programs.map(async (program) =>
    followEvents(() => program.url, (await program.as('admin')).token!, start, ending.signal),
  );
  for (let round = 0; round < 10; round++) {
    const writing = writer.write({ data: { name: `beside ${round}` } });
    const { report } = await submitReport(programs[round % 2]!, 85);
    await withdrawReport(programs[(round + 1) % 2]!, report);
    await writing;
  }
  await writer.write({ type: 'ENDED' });
  const followed = await Promise.all(following);
  const written = await view.rows<{ name: string }>(
    `select coalesce(data->>'name', epoch || '.' || position) as name from event_log where position > $1 order by position`,
    [start.split('.')[1]],
  );
  const names = written.map(({ name }) => name);
  expect(names).toHaveLength(31);
  for (const received of followed) {
    expect(checkSequence(names, received, start)).toEqual({ missing: 0, repeated: 0, disordered: 0, broken: 0 });
  }
  await writer.close();
});
