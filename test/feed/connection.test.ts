import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { connect } from '../../src/web/feed/public';
import type { Heartbeat } from '../../src/web/feed/public';
import type { Timings } from '../../src/web/feed/timings';
import { Messages } from '../support/sockets/messages';
import { FakeServer } from './fake-server';
import { IMPATIENT, openFeed, type OpenedFeed } from './open-feed';

let server: FakeServer;
const opened: OpenedFeed[] = [];

beforeEach(async () => {
  server = await FakeServer.start();
});

afterEach(async () => {
  for (const { feed } of opened.splice(0)) feed.close();
  await server.close();
});

function open(options: Partial<Parameters<typeof openFeed>[0]> = {}, timings?: Timings): OpenedFeed {
  const one = openFeed({ url: options.url ?? server.url, ...options }, timings);
  opened.push(one);
  return one;
}

const isConnected = ({ is }: { is: string }): boolean => is === 'connected';
const isRefused = ({ is }: { is: string }): boolean => is === 'refused';

describe('a feed connects', () => {
  it('at once, before anything is asked, and says who it is and in which language it wants to be answered', async () => {
    const { states } = open({ token: 'abc', language: 'en' });
    expect(await states.next()).toEqual({ is: 'connected' });
    expect((await server.connections.next()).hello).toEqual({ authorization: 'Bearer abc', language: 'en' });
  });

  it('with a token that is asked for, once for all connections', async () => {
    const token = jest.fn(() => Promise.resolve('asked'));
    open({ token });
    const first = await server.connections.next();
    first.cut();
    const second = await server.connections.next();
    expect([first.hello, second.hello]).toEqual([{ authorization: 'Bearer asked' }, { authorization: 'Bearer asked' }]);
    expect(token).toHaveBeenCalledTimes(1);
  });

  it('even though the token could not be had at first', async () => {
    const token = jest.fn(() => Promise.resolve('late')).mockRejectedValueOnce(new Error('away'));
    const { states } = open({ token });
    expect(await states.next()).toEqual({ is: 'waiting', reason: 'away' });
    expect(await states.next()).toEqual({ is: 'connected' });
  });

  it('only to a WebSocket, and only where the runtime has one', () => {
    expect(() => connect({ url: 'https://tiendo.example/graphql' })).toThrow('not the address of a WebSocket');
    const ofRuntime = globalThis.WebSocket;
    Object.assign(globalThis, { WebSocket: undefined });
    try {
      expect(() => connect({ url: server.url })).toThrow('webSocketImpl');
    } finally {
      Object.assign(globalThis, { WebSocket: ofRuntime });
    }
  });
});

describe('a feed comes back', () => {
  it.each([1000, 1011, 1012, 1013, 4400, 4408, 4429, 4500])('after the server closed with %d', async (code) => {
    const { feed, states } = open();
    (await server.connections.next()).close(code);
    await server.connections.next();
    const [first, second, third] = await states.nextUntil(() => states.all.length === 3);
    expect([first, second, third]).toEqual([
      { is: 'connected' },
      { is: 'waiting', reason: String(code) },
      { is: 'connected' },
    ]);
    expect(feed.counts.connections).toBe(2);
  });

  it('after any number of tries that failed', async () => {
    server.manners = { refusesWith: 1013 };
    const { states } = open();
    for (let tries = 0; tries < 20; tries++) expect(await states.next()).toEqual({ is: 'waiting', reason: '1013' });
    server.manners = {};
    await states.nextUntil(isConnected);
  });

  it('when there was nobody at all', async () => {
    const { url, port } = server;
    await server.close();
    const { states } = open({ url });
    expect(await states.next()).toMatchObject({
      is: 'waiting',
      reason: expect.stringContaining('ECONNREFUSED') as string,
    });
    server = await FakeServer.start(port);
    await states.nextUntil(isConnected);
  });

  it('after somebody took the connection and said nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const held = once(silent, 'connection') as Promise<[Socket]>;
    const { feed, states } = open({ url: `ws://127.0.0.1:${port}/graphql` }, IMPATIENT);
    expect(await states.next()).toEqual({ is: 'waiting', reason: '4408 no connection' });
    feed.close();
    const [socket] = await held;
    socket.destroy();
    silent.close();
  });

  it('after the server did not acknowledge the connection in time', async () => {
    server.manners = { isMute: true };
    const { states } = open({}, IMPATIENT);
    expect(await states.next()).toEqual({ is: 'waiting', reason: '4504 Connection acknowledgement timeout' });
    server.manners = {};
    await states.nextUntil(isConnected);
  });

  it('after the server stopped answering pings', async () => {
    server.manners = { isDeaf: true };
    const { states } = open({}, IMPATIENT);
    expect(await states.next()).toEqual({ is: 'connected' });
    expect(await states.next()).toEqual({ is: 'waiting', reason: '4408 no pong' });
    expect(await server.closings.next()).toBe(4408);
    server.manners = {};
    await states.nextUntil(isConnected);
  });
});

describe('a feed gives up', () => {
  it('when its token was revoked', async () => {
    const { feed, states } = open({ token: () => 'abc' });
    (await server.connections.next()).close(4401);
    expect((await states.nextUntil(isRefused)).at(-1)).toEqual({ is: 'refused', code: 4401, reason: '4401' });
    expect(feed.freshness().state).toBe('refused');
  });

  it('when its token has expired and there is no way to another one', async () => {
    const { states } = open({ token: 'abc' });
    (await server.connections.next()).close(4403);
    expect((await states.nextUntil(isRefused)).at(-1)).toEqual({ is: 'refused', code: 4403, reason: '4403' });
  });

  it('not when its token has expired and it can ask for another one', async () => {
    const tokens = ['first', 'second'];
    open({ token: () => tokens.shift()! });
    const first = await server.connections.next();
    first.close(4403);
    const second = await server.connections.next();
    expect([first.hello, second.hello]).toEqual([
      { authorization: 'Bearer first' },
      { authorization: 'Bearer second' },
    ]);
  });

  it('when it is closed, whether connected or waiting for its next try', async () => {
    const { feed, states } = open();
    await states.nextUntil(isConnected);
    feed.close();
    expect(await server.closings.next()).toBe(1000);
    server.manners = { refusesWith: 1013 };
    const waiting = open();
    await waiting.states.next();
    waiting.feed.close();
    const said = waiting.states.all.length;
    await server.closings.nextUntil((code) => code === 1013);
    expect(waiting.states.all).toHaveLength(said);
  });
});

describe('the heartbeat', () => {
  it('comes on every connection and says how fresh the feed is', async () => {
    const beats = new Messages<Heartbeat>();
    const before = Date.now();
    const { feed } = open({ onHeartbeat: (beat) => beats.push(beat) });
    expect(feed.freshness()).toEqual({ state: 'reconnecting', lastHeardAt: null, cursor: null });
    expect(await beats.next()).toMatchObject({ cursor: '1.7', appVersion: 'fake' });
    const { state, lastHeardAt, cursor } = feed.freshness();
    expect({ state, cursor }).toEqual({ state: 'live', cursor: '1.7' });
    expect(lastHeardAt).toBeGreaterThanOrEqual(before);
    (await server.connections.next()).cut();
    await beats.next();
  });
});
