import { WebSocket } from 'ws';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { buildProgram, type BuiltProgram, type ChildProgram } from '../support/processes/child-program';
import { DEMO_TEMPLATE } from '../support/test-server';
import { sized } from '../support/size';

const CLIENTS = sized(300, 5_000);
const MISSED = 20;
const STREAM = 'subscription ($after: Cursor) { events(after: $after) { cursor previous type } }';

interface Wire {
  readonly type: string;
  readonly payload?: { readonly data: { readonly events: { cursor: string; previous: string } } };
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
  program = await built.start(target, { SOCKETS_PER_ACCOUNT: String(CLIENTS) });
}, 60_000);

afterAll(async () => {
  await program.stop();
  await built.remove();
  await view.close();
  await drop();
});

/** Connects, resumes after a cursor, and resolves when everything up to another cursor has come; gives the faults that it saw. */
function resume(token: string, start: string, end: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    let last = start;
    let faults = 0;
    const send = (message: object) => socket.send(JSON.stringify(message));
    socket.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`closed ${code} at ${last}`)));
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString('utf8')) as Wire;
      if (type === 'connection_ack') {
        send({ id: '1', type: 'subscribe', payload: { query: STREAM, variables: { after: start } } });
      } else if (type === 'next') {
        const { cursor, previous } = payload!.data.events;
        if (previous !== last) faults += 1;
        last = cursor;
        if (cursor !== end) return;
        socket.removeAllListeners('close');
        socket.terminate();
        resolve(faults);
      }
    });
  });
}

test(`${CLIENTS} clients that come back at once all go on where they were`, async () => {
  const head = () => view.row<{ at: string }>(`select epoch || '.' || position as at from log_head`);
  const { at: start } = await head();
  await view.rows(
    `insert into outbox (type, occurred_at, audience, tags, data) select 'MADE', '2023-11-14', 'EVERYONE', '{}', '{}' from generate_series(1, $1::integer)`,
    [MISSED],
  );
  await view.rows('select count(*) from sequence_events()');
  const { at: end } = await head();
  const { token } = await program.as('inspector');
  const began = performance.now();
  const faults = await Promise.all(Array.from({ length: CLIENTS }, () => resume(token!, start, end)));
  console.log(`${CLIENTS} clients resumed ${MISSED} events each in ${Math.round(performance.now() - began)} ms`);
  expect(faults.filter((count) => count > 0)).toEqual([]);
}, 120_000);
