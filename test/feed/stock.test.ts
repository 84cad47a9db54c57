import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { resuming, STAY_CONNECTED } from '../../src/web/feed/public';
import { FakeServer } from './fake-server';
import { EVENTS, type ForeignEvent, ForeignProgram, WHOLE } from './foreign-program';
import { stockClient } from './stock-client';

let foreign: ForeignProgram;
let client: Client;

beforeAll(async () => {
  foreign = await ForeignProgram.start();
  client = stockClient(foreign.program.url, foreign.reader.token, foreign.socket);
});

afterAll(async () => {
  await client.dispose();
  await foreign.close();
});

test('the stock graphql-ws client goes on where it was when the cursor is written into its payload', async () => {
  const findings = await foreign.checkResumption((variables, events) => {
    const payload = { query: EVENTS, variables: { ...variables } };
    return client.subscribe<{ events: ForeignEvent }>(payload, {
      next: ({ data }) => {
        if (!data) return;
        Object.assign(payload.variables, { after: data.events.cursor });
        events.push(data.events);
      },
      error: (error) => events.end(new Error(String(error))),
      complete: () => undefined,
    });
  });
  expect(findings).toEqual(WHOLE);
});

test('the kit’s wrapper does the same by itself', async () => {
  const findings = await foreign.checkResumption((variables, events) =>
    resuming(client).subscribe<{ events: ForeignEvent }>(
      { query: EVENTS, variables: { ...variables } },
      {
        next: ({ data }) => {
          if (data) events.push(data.events);
        },
        error: (error) => events.end(new Error(String(error))),
        complete: () => undefined,
      },
    ),
  );
  expect(findings).toEqual(WHOLE);
});

test('with the kit’s options the stock client stays connected until its token is of no use', async () => {
  const server = await FakeServer.start();
  const impatient = createClient({
    url: server.url,
    webSocketImpl: WebSocket,
    ...STAY_CONNECTED,
    retryWait: () => Promise.resolve(),
  });
  const ending = new Promise((resolve) => {
    impatient.subscribe({ query: '{ a }' }, { next: () => undefined, error: resolve, complete: () => undefined });
  });
  for (const code of [1012, 1013, 4408]) (await server.connections.next()).close(code);
  (await server.connections.next()).cut();
  (await server.connections.next()).close(4403);
  expect(await ending).toMatchObject({ code: 4403 });
  await server.close();
});

test('the kit’s options wait as long as the kit does', async () => {
  jest.useFakeTimers();
  try {
    const waited = STAY_CONNECTED.retryWait(3);
    await jest.advanceTimersByTimeAsync(7_999);
    const before = jest.getTimerCount();
    await jest.advanceTimersByTimeAsync(1_001);
    await waited;
    expect([before, jest.getTimerCount()]).toEqual([1, 0]);
  } finally {
    jest.useRealTimers();
  }
});
