import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { RawClient } from '../support/sockets/raw-client';
import { SUBMIT } from '../support/report-operations';
import { workItemId } from '../support/report-steps';

let program: TestProgram;

beforeAll(async () => {
  program = await startTestProgram();
});

afterAll(() => program.close());

async function connected(): Promise<RawClient> {
  return RawClient.signedIn(program.url, (await program.as('reporter')).token!);
}

const WHO = { query: '{ viewer { id } }' };

test.each([
  ['next', { id: '1', type: 'next', payload: { data: null } }],
  ['error', { id: '1', type: 'error', payload: [{ message: 'x' }] }],
  ['connection_ack', { type: 'connection_ack' }],
  ['a type that every object has', { type: 'constructor' }],
  ['a type that is no text', { type: ['subscribe'], id: '1', payload: WHO }],
  ['an id that is no text', { id: 1, type: 'subscribe', payload: WHO }],
  ['an empty id', { id: '', type: 'subscribe', payload: WHO }],
  ['a complete without id', { type: 'complete' }],
  ['a ping of text', { type: 'ping', payload: 'x' }],
  ['a query that is no text', { id: '1', type: 'subscribe', payload: { query: 1 } }],
  ['variables that are a list', { id: '1', type: 'subscribe', payload: { ...WHO, variables: [] } }],
  ['a list', [{ type: 'ping' }]],
])('%s: 4400', async (_, message) => {
  const client = await connected();
  client.send(message);
  expect(await client.closed).toMatchObject({ code: 4400 });
});

test.each([['null'], ['"ping"'], ['42'], ['{"type":"ping"'], [''], ['\u0000'], ['{"type":"ping"}{"type":"ping"}']])(
  'the text %j: 4400',
  async (text) => {
    const client = await connected();
    client.socket.send(text);
    expect(await client.closed).toMatchObject({ code: 4400 });
  },
);

test('before connection_init, too, what only servers say: 4400', async () => {
  const client = await RawClient.open(program.url);
  client.send({ id: '1', type: 'next', payload: {} });
  expect(await client.closed).toMatchObject({ code: 4400 });
});

test('a completion of what was never begun is none of a fault', async () => {
  const client = await connected();
  client.send({ id: 'never', type: 'complete' });
  client.start('1', WHO.query);
  expect(await client.messages.next()).toMatchObject({ id: '1', type: 'next' });
  await client.cut();
});

test('an id that is taken, however long: 4409', async () => {
  const client = await connected();
  const id = 'Số'.repeat(200);
  client.start(id, 'subscription { heartbeat { cursor } }');
  client.start(id, 'subscription { heartbeat { cursor } }');
  expect(await client.closed).toMatchObject({ code: 4409 });
});

test('an id is the client’s own, whatever stands in it', async () => {
  const client = await connected();
  for (const id of ['__proto__', '0', '"\\', 'Số 1']) {
    client.start(id, WHO.query);
    expect(await client.messages.next()).toMatchObject({ id, type: 'next' });
    expect(await client.messages.next()).toEqual({ id, type: 'complete' });
  }
  await client.cut();
});

test('bytes that are no UTF-8 are stored nowhere, whether they come as text or as binary', async () => {
  const reporter = await program.as('reporter');
  const view = await DatabaseView.open(program.target);
  const before = await view.everything();
  const input = {
    workItemId: await workItemId(reporter, '07-01'),
    period: '2023-Q4',
    percentComplete: 80,
    summary: 'Hoàn thành',
  };
  const latin1 = Buffer.from(
    JSON.stringify({ id: '1', type: 'subscribe', payload: { query: SUBMIT, variables: { input } } }),
    'latin1',
  );
  const utf8 = Buffer.from(latin1.toString('latin1'));
  const codes: number[] = [];
  for (const [bytes, binary] of [
    [latin1, false],
    [latin1, true],
    [utf8, true],
  ] as const) {
    const client = await connected();
    client.socket.send(bytes, { binary });
    codes.push((await client.closed).code);
  }
  // RFC 6455 names 1007 for text that is none
  expect(codes).toEqual([1007, 4400, 4400]);
  expect(await view.everything()).toEqual(before);
  await view.close();
});
