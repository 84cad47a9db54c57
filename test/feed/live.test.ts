import type { FeedError } from '../../src/web/feed/public';
import { Messages } from '../support/sockets/messages';
import { type FakeConnection, FakeServer } from './fake-server';
import { openFeed, type OpenedFeed } from './open-feed';

interface Title {
  readonly programme: { readonly title: string; readonly items: readonly { readonly code: string }[] };
}

const QUERY = 'query Title($code: String!) { programme(code: $code) { title items { code } } }';
const ITEMS = [{ code: '07-01' }, { code: '07-02' }];

let server: FakeServer;
let opened: OpenedFeed;
let connection: FakeConnection;
let answers: Messages<Title>;
let errors: Messages<FeedError>;
let stop: () => void;

beforeEach(async () => {
  server = await FakeServer.start();
  opened = openFeed({ url: server.url });
  connection = await server.connections.next();
  answers = new Messages();
  errors = new Messages();
  stop = opened.feed.live<Title>(
    QUERY,
    { code: '07' },
    { next: (data) => answers.push(data), failed: (error) => errors.push(error) },
  );
});

afterEach(async () => {
  opened.feed.close();
  await server.close();
});

const full = (title: string, hash?: string) => ({
  data: { live: { programme: { title, items: ITEMS } } },
  ...(hash !== undefined && { extensions: { cursor: '1.1', hash } }),
});
const patch = (base: string, hash: string, title: string) => ({
  extensions: { cursor: '1.2', hash, base, patch: [{ op: 'replace', path: '/live/programme/title', value: title }] },
});

describe('a live query', () => {
  it('asks for the query under live, with its variables, and for patches', async () => {
    const { asked } = await connection.operations.next();
    expect(asked).toMatchObject({
      query: 'subscription TitleLive($code: String!) { live { programme(code: $code) { title items { code } } } }',
      operationName: 'TitleLive',
      variables: { code: '07' },
      extensions: { patch: 'json-patch' },
    });
    expect(asked.extensions).not.toHaveProperty('hash');
  });

  it('hands out whole answers of a server that knows nothing of patches', async () => {
    const operation = await connection.operations.next();
    operation.next(full('một'));
    operation.next(full('hai'));
    expect((await answers.next()).programme.title).toBe('một');
    expect((await answers.next()).programme.title).toBe('hai');
    connection.cut();
    const again = await (await server.connections.next()).operations.next();
    expect(again.asked.extensions).toEqual({ patch: 'json-patch' });
  });

  it('puts patches together, and leaves what was handed out as it was', async () => {
    const operation = await connection.operations.next();
    operation.next(full('một', 'h1'));
    operation.next(patch('h1', 'h2', 'hai'));
    operation.next(patch('h2', 'h3', 'ba'));
    const [one, two, three] = [await answers.next(), await answers.next(), await answers.next()];
    expect([one, two, three].map(({ programme }) => programme.title)).toEqual(['một', 'hai', 'ba']);
    expect(three.programme.items).toBe(one.programme.items);
    expect(opened.feed.counts).toMatchObject({ full: 1, patched: 2, refetched: 0 });
  });

  it('asks for the whole answer when a patch builds on another one, and again when that happens twice', async () => {
    let operation = await connection.operations.next();
    operation.next(full('một', 'h1'));
    for (const title of ['ba', 'năm']) {
      operation.next(patch('lost', 'later', 'vô ích'));
      operation.next(patch('later', 'latest', 'vô ích'));
      operation = await connection.operations.next();
      expect(operation.asked.extensions).toEqual({ patch: 'json-patch' });
      operation.next(full(title, `h-${title}`));
    }
    const titles = [await answers.next(), await answers.next(), await answers.next()];
    expect(titles.map(({ programme }) => programme.title)).toEqual(['một', 'ba', 'năm']);
    expect(connection.completed.all).toHaveLength(2);
    expect(opened.feed.counts).toMatchObject({ full: 3, patched: 0, refetched: 2 });
  });

  it('says after a reconnection which answer it has, and hands out the very same when it still holds', async () => {
    const operation = await connection.operations.next();
    operation.next(full('một', 'h1'));
    operation.next(patch('h1', 'h2', 'hai'));
    connection.cut();
    const second = await server.connections.next();
    const again = await second.operations.next();
    expect(again.asked.extensions).toEqual({ patch: 'json-patch', hash: 'h2' });
    again.next({ extensions: { cursor: '1.9', hash: 'h2', unchanged: true } });
    const [, before, after] = [await answers.next(), await answers.next(), await answers.next()];
    expect(after).toBe(before);
    expect(opened.feed.counts).toMatchObject({ full: 1, patched: 1, unchanged: 1, refetched: 0 });
    again.next(patch('h2', 'h3', 'ba'));
    expect((await answers.next()).programme.title).toBe('ba');
  });

  it('takes a whole answer after a reconnection when something changed', async () => {
    (await connection.operations.next()).next(full('một', 'h1'));
    await answers.next();
    connection.close(1012);
    const again = await (await server.connections.next()).operations.next();
    again.next(full('hai', 'h2'));
    expect((await answers.next()).programme.title).toBe('hai');
  });

  it('hands out no partial data, says what the error was, and goes on', async () => {
    const operation = await connection.operations.next();
    const refused = [{ message: 'Không được xem', extensions: { code: 'FORBIDDEN' } }];
    operation.next({ data: { live: { programme: null } }, errors: refused, extensions: { cursor: '1.1', hash: 'h1' } });
    expect(await errors.next()).toMatchObject({ name: 'FeedError', message: 'Không được xem', code: 'FORBIDDEN' });
    expect(answers.all).toEqual([]);
    operation.next({
      extensions: {
        cursor: '1.2',
        hash: 'h2',
        base: 'h1',
        patch: [{ op: 'replace', path: '', value: full('hai').data }],
      },
    });
    expect((await answers.next()).programme.title).toBe('hai');
  });

  it('begins anew when the server ended it, with an error or without', async () => {
    (await connection.operations.next()).error('UNAVAILABLE');
    expect(await errors.next()).toMatchObject({ code: 'UNAVAILABLE' });
    (await connection.operations.next()).complete();
    (await connection.operations.next()).next(full('một', 'h1'));
    expect((await answers.next()).programme.title).toBe('một');
  });

  it('ends when it is stopped, and is not begun again', async () => {
    await connection.operations.next();
    stop();
    await connection.completed.next();
    connection.cut();
    const second = await server.connections.next();
    opened.feed.live('{ other }', {}, { next: () => undefined });
    expect((await second.operations.next()).asked.query).toContain('other');
  });

  it('that is stopped by its own listener is handed nothing more', async () => {
    const titles: string[] = [];
    const stopOther = opened.feed.live<Title>(
      QUERY,
      { code: '07' },
      {
        next: ({ programme }) => {
          titles.push(programme.title);
          stopOther();
        },
      },
    );
    await connection.operations.next();
    const other = await connection.operations.next();
    other.next(full('một', 'h1'));
    other.next(patch('h1', 'h2', 'hai'));
    await connection.completed.next();
    expect(titles).toEqual(['một']);
  });
});
