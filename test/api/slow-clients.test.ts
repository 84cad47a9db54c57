import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';

let program: TestProgram;
const sockets: Socket[] = [];

beforeAll(async () => {
  program = await startTestProgram({ environment: { REQUEST_SECONDS: '1' } });
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await program.close();
});

function connected(): Socket {
  const socket = connect(program.program.address.port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

/** All that a server says until it ends the connection. */
async function untilClosed(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

const HEADERS = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n';

// each waits for a limit of its own
test.concurrent.each([
  ['headers', HEADERS],
  ['a body', `${HEADERS}\r\n{"query":`],
])('%s that do not come to an end: 408, and the connection is closed', async (_, beginning) => {
  const socket = connected();
  socket.write(beginning);
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test.concurrent('headers that come byte by byte are no way around', async () => {
  const socket = connected();
  socket.write(HEADERS);
  const drip = setInterval(() => socket.write('x'), 50);
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
  clearInterval(drip);
});

test.concurrent('a connection that says nothing is closed', async () => {
  await untilClosed(connected());
});

test('who does not take its answers is cut off; what others ask is answered', async () => {
  const socket = connected();
  socket.pause();
  // more than the system keeps for both ends
  socket.write('GET /schema.graphql HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(40));
  let isGone = false;
  socket.on('error', () => {
    isGone = true;
  });
  await until(
    () => {
      if (!socket.destroyed) socket.write('G');
      return isGone || socket.destroyed;
    },
    (gone) => gone,
  );
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
});
