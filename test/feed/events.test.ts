import { FeedError, GapError, type StreamedEvent } from '../../src/web/feed/public';
import { Messages } from '../support/sockets/messages';
import { type FakeConnection, type FakeOperation, FakeServer } from './fake-server';
import { openFeed, type OpenedFeed } from './open-feed';

let server: FakeServer;
let opened: OpenedFeed;
let connection: FakeConnection;
let events: Messages<StreamedEvent<{ type: string }>>;
let errors: Messages<FeedError>;
let expired: Messages<string>;

beforeEach(async () => {
  server = await FakeServer.start();
  opened = openFeed({ url: server.url });
  connection = await server.connections.next();
  events = new Messages();
  errors = new Messages();
  expired = new Messages();
});

afterEach(async () => {
  opened.feed.close();
  await server.close();
});

function follow(after?: string): () => void {
  const where = { type: { eq: 'MARKED' } };
  return opened.feed.events<{ type: string }>(
    { after, where, selection: 'type' },
    {
      next: (event) => events.push(event),
      failed: (error) => errors.push(error),
      expired: (cursor) => expired.push(cursor),
    },
  );
}

function send(operation: FakeOperation, cursor: string, previous: string): void {
  operation.next({ data: { events: { cursor, previous, type: 'MARKED' } } });
}

describe('a stream of events', () => {
  it('asks for what was selected and for what proves the order, after its cursor', async () => {
    follow('1.7');
    const { query, variables } = (await connection.operations.next()).asked;
    expect(query).toContain('{ cursor previous type }');
    expect(variables).toEqual({ after: '1.7', where: { type: { eq: 'MARKED' } } });
  });

  it('without a cursor begins where the log ends, and is resumed from there even before its first event', async () => {
    follow();
    expect((await connection.operations.next()).asked.variables).toMatchObject({ after: '1.7' });
    connection.cut();
    const again = await (await server.connections.next()).operations.next();
    expect(again.asked.variables).toMatchObject({ after: '1.7' });
  });

  it('goes on after the last event that was delivered, on every connection', async () => {
    follow('1.7');
    const operation = await connection.operations.next();
    send(operation, '1.8', '1.7');
    send(operation, '1.11', '1.8');
    await events.next();
    await events.next();
    connection.close(1012);
    const again = await (await server.connections.next()).operations.next();
    expect(again.asked.variables).toMatchObject({ after: '1.11' });
    send(again, '1.12', '1.11');
    expect(await events.next()).toEqual({ cursor: '1.12', previous: '1.11', type: 'MARKED' });
  });

  it('drops what comes again', async () => {
    follow('1.7');
    const operation = await connection.operations.next();
    for (const [cursor, previous] of [
      ['1.8', '1.7'],
      ['1.8', '1.7'],
      ['1.7', '1.6'],
      ['1.9', '1.8'],
    ] as const) {
      send(operation, cursor, previous);
    }
    expect([(await events.next()).cursor, (await events.next()).cursor]).toEqual(['1.8', '1.9']);
    expect(opened.feed.counts).toMatchObject({ events: 2, repeats: 2, gaps: 0 });
    expect(errors.all).toEqual([]);
  });

  it('that lost something says so and is resumed before it', async () => {
    follow('1.7');
    const operation = await connection.operations.next();
    send(operation, '1.8', '1.7');
    send(operation, '1.10', '1.9');
    send(operation, '1.11', '1.10');
    const error = await errors.next();
    expect(error).toBeInstanceOf(GapError);
    expect(error).toMatchObject({ name: 'GapError', code: 'GAP', expected: '1.8', previous: '1.9', cursor: '1.10' });
    const again = await connection.operations.next();
    expect(again.asked.variables).toMatchObject({ after: '1.8' });
    for (const number of [9, 10, 11]) send(again, `1.${number}`, `1.${number - 1}`);
    const cursors = [await events.next(), await events.next(), await events.next(), await events.next()];
    expect(cursors.map(({ cursor }) => cursor)).toEqual(['1.8', '1.9', '1.10', '1.11']);
    expect(errors.all).toHaveLength(1);
    expect(opened.feed.counts).toMatchObject({ events: 4, gaps: 1 });
  });

  it.each([
    [
      'as an answer',
      (operation: FakeOperation) =>
        operation.next({ data: null, errors: [{ message: 'cũ', extensions: { code: 'CURSOR_EXPIRED' } }] }),
    ],
    ['as an error', (operation: FakeOperation) => operation.error('CURSOR_EXPIRED')],
  ])('whose cursor has expired hands it back and ends (%s)', async (_form, expire) => {
    follow('0.3');
    expire(await connection.operations.next());
    expect(await expired.next()).toBe('0.3');
    expect(errors.all).toEqual([]);
    connection.cut();
    const second = await server.connections.next();
    follow('1.7');
    expect((await second.operations.next()).asked.variables).toMatchObject({ after: '1.7' });
  });

  it('that the server refuses says why and tries again', async () => {
    follow('1.7');
    (await connection.operations.next()).error('UNAVAILABLE');
    const error = await errors.next();
    expect(error).toBeInstanceOf(FeedError);
    expect(error.code).toBe('UNAVAILABLE');
    send(await connection.operations.next(), '1.8', '1.7');
    expect((await events.next()).cursor).toBe('1.8');
  });

  it('ends when it is stopped, also while it asks where the log ends', async () => {
    const stop = follow('1.7');
    await connection.operations.next();
    stop();
    await connection.completed.next();
    follow()();
    follow('1.9');
    expect((await connection.operations.next()).asked.variables).toMatchObject({ after: '1.9' });
  });
});
