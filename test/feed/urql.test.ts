import { cacheExchange, Client, fetchExchange, subscriptionExchange } from '@urql/core';
import type { Client as SocketClient } from 'graphql-ws';
import { resuming } from '../../src/web/feed/public';
import { Messages } from '../support/sockets/messages';
import { changeProgress } from '../support/report-steps';
import { EVENTS, type ForeignEvent, ForeignProgram, WHOLE } from './foreign-program';
import { stockClient } from './stock-client';

interface Live {
  readonly live: { readonly workItem: { readonly percentComplete: number } };
}

const LIVE = 'subscription { live { workItem(code: "07-01") { percentComplete } } }';

let foreign: ForeignProgram;
let socketClient: SocketClient;
let urql: Client;

beforeAll(async () => {
  foreign = await ForeignProgram.start();
  const { program, reader, socket } = foreign;
  socketClient = stockClient(program.url, reader.token, socket);
  const resumed = resuming(socketClient);
  urql = new Client({
    url: `${program.url}/graphql`,
    preferGetMethod: false,
    fetchOptions: { headers: { authorization: `Bearer ${reader.token}` } },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({ unsubscribe: resumed.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
});

afterAll(async () => {
  await socketClient.dispose();
  await foreign.close();
});

test('in urql a live query’s result follows what others change, over a cut too', async () => {
  const results = new Messages<number>();
  const { unsubscribe } = urql.subscription<Live>(LIVE, {}).subscribe(({ data }) => {
    if (data !== undefined) results.push(data.live.workItem.percentComplete);
  });
  expect(await results.next()).toBe(62);
  await changeProgress(foreign.program, 64);
  expect(await results.next()).toBe(64);
  foreign.socket.cut();
  await changeProgress(foreign.program, 66);
  await results.nextUntil((percent) => percent === 66);
  unsubscribe();
});

test('in urql a stream of events goes on where it was when its connection was cut', async () => {
  const findings = await foreign.checkResumption((variables, events) => {
    const { unsubscribe } = urql.subscription<{ events: ForeignEvent }>(EVENTS, variables).subscribe(({ data }) => {
      if (data !== undefined) events.push(data.events);
    });
    return unsubscribe;
  });
  expect(findings).toEqual(WHOLE);
});
