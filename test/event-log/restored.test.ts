import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { type DemoName, startTestProgram, type TestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';
import { Subscriber } from '../support/sockets/subscriber';
import { DEMO_TEMPLATE } from '../support/test-server';

let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let program: TestProgram;
let before: string;

interface Streamed {
  readonly events: { readonly cursor: string; readonly previous: string };
}

const EVENTS = 'subscription ($after: Cursor) { events(after: $after) { cursor previous } }';

// the database is taken for one that was restored elsewhere: its server is another one now
beforeAll(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  const first = await startTestProgram({ target });
  before = (await (await first.as('analyst')).ask('{ viewer { id } }')).extensions!.cursor!;
  await first.close();
  view = await DatabaseView.open(target);
  await view.rows('update log_head set system_identifier = system_identifier + 1');
  program = await startTestProgram({ target });
});

afterAll(async () => {
  await program.close();
  await view.close();
  await drop();
});

async function firstOf(name: DemoName, after: string | null, language = 'vi') {
  const subscriber = new Subscriber(program.url, (await program.as(name)).token, language);
  const { messages } = subscriber.subscribe<Streamed>(EVENTS, { after });
  const delivery = await messages.next();
  await subscriber.close();
  return delivery;
}

test('a log that goes on in another server raises its epoch once', async () => {
  expect(await view.row('select epoch from log_head')).toEqual({ epoch: 2 });
  const again = await startTestProgram({ target });
  await again.close();
  expect(await view.row('select epoch from log_head')).toEqual({ epoch: 2 });
});

test.each([
  ['vi', 'Vị trí này không còn dùng được'],
  ['en', 'This position can no longer be used'],
])('a cursor of the epoch before answers CURSOR_EXPIRED (%s)', async (language, message) => {
  expect(before).toMatch(/^1\./);
  const { data, errors } = await firstOf('inspector', before, language);
  expect(data).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining(message) as string,
      extensions: { code: 'CURSOR_EXPIRED' },
    }),
  ]);
});

test('cursors of the new epoch work, and the chain goes on', async () => {
  const now = (await (await program.as('analyst')).ask('{ viewer { id } }')).extensions!.cursor!;
  expect(now).toMatch(/^2\./);
  await changeProgress(program, 80);
  const { data } = await firstOf('analyst', now);
  expect(data.events.previous).toBe(now);
  expect(data.events.cursor).toMatch(/^2\./);
});
