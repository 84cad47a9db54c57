import { Database } from '../../src/platform/database/database';
import { type ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';

const ITEM = '{ workItem(code: "07-01") { code percentComplete health } }';

let program: TestProgram;
let view: DatabaseView;
let analyst: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  analyst = await program.as('analyst');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** How often work reads the database for an answer. */
async function readsOf(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(Database.prototype, 'read');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

/** Something happens that touches tables: what a command of any process leaves in the log. */
async function touch(tags: readonly string[]): Promise<string> {
  await view.rows(
    `insert into outbox (type, occurred_at, audience, tags, data) values ('TOUCHED', '2023-11-14', 'RECORDS', $1, '{}')`,
    [tags],
  );
  await view.rows('select count(*) from sequence_events()');
  const { cursor } = await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`);
  return cursor;
}

function ask(client: ApiClient, query: string, headers: Record<string, string>, url = program.url): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}`, ...headers },
    body: JSON.stringify({ query }),
  });
}

test('a question asked again is not read again', async () => {
  await analyst.ask(ITEM);
  expect(await readsOf(() => Promise.all(Array.from({ length: 5 }, () => analyst.ask(ITEM))))).toBe(0);
});

test('equal questions at one time are read once', async () => {
  const query = '{ workItems(first: 7) { nodes { code health } } }';
  expect(await readsOf(() => Promise.all(Array.from({ length: 12 }, () => analyst.ask(query))))).toBe(1);
});

test('a request may ask for a new reading', async () => {
  await analyst.ask(ITEM);
  expect(await readsOf(() => ask(analyst, ITEM, { 'cache-control': 'no-cache' }))).toBe(1);
});

test('an event on what an answer depends on makes it be read anew, another event does not', async () => {
  await analyst.ask(ITEM);
  const seen = async (cursor: string) => {
    const response = await ask(analyst, ITEM, { 'x-wait-for': cursor });
    const { extensions } = (await response.json()) as { extensions: { cursor: string } };
    expect(positionOf(extensions.cursor)).toBeGreaterThanOrEqual(positionOf(cursor));
  };
  const other = await touch(['display']);
  expect(await readsOf(() => seen(other))).toBe(0);
  const own = await touch(['work_item']);
  expect(await readsOf(() => seen(own))).toBe(1);
});

test('what depends on the date is read anew when a day begins', async () => {
  const dated = '{ workItem(code: "07-02") { daysLate } }';
  const undated = '{ workItem(code: "07-02") { title } }';
  await Promise.all([analyst.ask(dated), analyst.ask(undated)]);
  const cursor = await touch(['today']);
  expect(await readsOf(() => ask(analyst, dated, { 'x-wait-for': cursor }))).toBe(1);
  expect(await readsOf(() => ask(analyst, undated, { 'x-wait-for': cursor }))).toBe(0);
});

test('who has the same rights shares answers, but never what one sees of oneself', async () => {
  const [one, other] = [
    await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] }),
    await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] }),
  ];
  const items = '{ workItems(first: 3) { nodes { title } } }';
  await one.client.ask(items);
  expect(await readsOf(() => other.client.ask(items))).toBe(0);
  const viewer = '{ viewer { id } }';
  const [mine, theirs] = [await one.client.ask(viewer), await other.client.ask(viewer)];
  expect([mine.data, theirs.data]).toEqual([{ viewer: { id: `ac_${one.id}` } }, { viewer: { id: `ac_${other.id}` } }]);
});

test('who has other rights gets an answer of their own', async () => {
  const reports = '{ progressReports(first: 200) { totalCount } }';
  const secretariat = await program.as('secretariat');
  await view.rows(
    `update progress_report set state = 'RETURNED' where id = (select id from progress_report where state = 'ACCEPTED' limit 1)`,
  );
  const cursor = await touch(['progress_report']);
  const counts = await Promise.all(
    [secretariat, analyst].map(async (client) => {
      const response = await ask(client, reports, { 'x-wait-for': cursor });
      return ((await response.json()) as { data: { progressReports: { totalCount: number } } }).data.progressReports
        .totalCount;
    }),
  );
  const { hidden } = await view.row<{ hidden: number }>(
    `select count(*)::integer as hidden from progress_report where state <> 'ACCEPTED'`,
  );
  expect(hidden).toBeGreaterThan(0);
  expect(counts[0]! - counts[1]!).toBe(hidden);
});

test('what one process acknowledged, another shows to whoever waits for it', async () => {
  const second = await startTestProgram({ target: program.target });
  try {
    for (let percent = 1; percent <= 10; percent++) {
      // both have an answer at hand that is about to be old
      await Promise.all([analyst.ask(ITEM), ask(analyst, ITEM, {}, second.url)]);
      await view.rows(`update work_item set percent_complete = $1 where code = '07-01'`, [percent]);
      const cursor = await touch(['work_item']);
      const response = await ask(analyst, ITEM, { 'x-wait-for': cursor }, second.url);
      expect(((await response.json()) as { data: object }).data).toMatchObject({
        workItem: { percentComplete: percent },
      });
    }
  } finally {
    await second.close();
  }
});

test('a position that is none is refused, in the language of who asks', async () => {
  const response = await ask(analyst, ITEM, { 'x-wait-for': 'soon', 'accept-language': 'en' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ message: '`x-wait-for` is no log position.', extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

test('an answer to a GET is confirmed by its tag until it changes', async () => {
  const get = (tag?: string) =>
    fetch(`${program.url}/graphql?query=${encodeURIComponent(ITEM)}`, {
      headers: {
        authorization: `Bearer ${analyst.token}`,
        'apollo-require-preflight': '1',
        ...(tag !== undefined && { 'if-none-match': tag }),
      },
    });
  const first = await get();
  const tag = first.headers.get('etag')!;
  expect([first.status, tag]).toEqual([200, expect.stringMatching(/^W\/"[^"]+"$/)]);
  await touch(['display']);
  const again = await get(tag);
  expect([again.status, await again.text()]).toEqual([304, '']);
  await view.rows(`update work_item set percent_complete = 77 where code = '07-01'`);
  const cursor = await touch(['work_item']);
  await ask(analyst, ITEM, { 'x-wait-for': cursor });
  const changed = await get(tag);
  expect([changed.status, await changed.json()]).toMatchObject([200, { data: { workItem: { percentComplete: 77 } } }]);
});

test('an administrator is told how an answer was found, nobody else is', async () => {
  const explain = async (client: ApiClient) =>
    ((await (await ask(client, ITEM, { 'x-explain': '1' })).json()) as { extensions: { explain?: object } }).extensions
      .explain;
  expect(await explain(await program.as('admin'))).toMatchObject({
    statement: expect.stringContaining('from "work_item"') as string,
    dependsOn: ['milestone', 'today', 'work_item'],
    computed: [],
    cost: { requested: expect.any(Number) as number, limit: 200_000 },
    plan: [{ Plan: expect.any(Object) as object }],
  });
  expect(await explain(analyst)).toBeUndefined();
});

function positionOf(cursor: string): number {
  return Number(cursor.split('.')[1]);
}
