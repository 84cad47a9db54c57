import type { Answer, ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;
let display: ApiClient;
let analyst: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  display = (await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] })).client;
  analyst = await program.as('analyst');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Priced extends Answer<unknown> {
  readonly extensions: {
    readonly cursor: string;
    readonly cost: { requested: number; limit: number; dearest?: { path: string; cost: number } };
  };
}

async function ask(client: ApiClient, query: string, headers: Record<string, string> = {}): Promise<Priced> {
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}`, ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Priced;
}

const ESTIMATE = { 'x-estimate': '1' };
const PAGES = '{ workItems(first: 200) { nodes { progressReports(first: 200) { nodes { id } } } } }';
const PAGES_COST = 1 + 200 * (1 + 1 + 200);
const FILTERED =
  '{ workItems(first: 5, where: { progressReports: { some: { summary: { contains: "a" } } } }) { totalCount } }';

describe('an estimate', () => {
  test('tells what a query would cost and its dearest part, and does not run it; what it tells is what it then costs', async () => {
    const { data, errors, extensions } = await ask(analyst, PAGES, ESTIMATE);
    expect([data, errors]).toEqual([null, undefined]);
    expect(extensions.cost).toEqual({
      requested: PAGES_COST,
      limit: 300_000,
      dearest: { path: 'workItems.nodes.progressReports.nodes', cost: 40_000 },
    });
    const answered = await ask(analyst, PAGES);
    expect(answered.extensions.cost).toEqual({ requested: PAGES_COST, limit: 300_000 });
    expect(answered.data).toBeTruthy();
  });

  test('counts filters: a quantifier, and ten times what stands in it', async () => {
    const { extensions } = await ask(analyst, FILTERED, ESTIMATE);
    expect(extensions.cost).toEqual({
      requested: 1 + 10 + 100 + 10 * 5,
      limit: 300_000,
      dearest: { path: 'workItems(where)', cost: 1 + 10 + 100 + 10 * 5 },
    });
  });

  test('of what is too dear tells so instead of refusing; without the header it is refused, with the same numbers', async () => {
    const dear = `{ a: ${PAGES.slice(1, -1)} b: ${PAGES.slice(1, -1)} }`;
    const cost = {
      requested: 2 * PAGES_COST,
      limit: 50_000,
      dearest: { path: 'a.nodes.progressReports.nodes', cost: 40_000 },
    };
    expect((await ask(display, dear, ESTIMATE)).extensions.cost).toEqual(cost);
    const refused = await ask(display, dear);
    expect(refused.errors![0]!.extensions).toEqual({ code: 'QUERY_TOO_COMPLEX', cost });
    expect(refused.extensions.cost).toEqual(cost);
  });

  test('of a mutation changes nothing; a mutation that is run tells its cost, too', async () => {
    const before = await view.everything();
    const estimated = await ask(analyst, 'mutation { signOut { cursor } }', ESTIMATE);
    expect(estimated).toMatchObject({ data: null, extensions: { cost: { requested: 1, limit: 300_000 } } });
    expect(await view.everything()).toEqual(before);
    const own = (await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] })).client;
    const run = await ask(own, 'mutation { signOut { cursor } }');
    expect(run.extensions.cost).toEqual({ requested: 1, limit: 300_000 });
  });

  test('of what nobody may ask is refused all the same, and so is a stranger’s', async () => {
    const many = `{ workItems(where: { or: [${'{ progressReports: { some: {} } } '.repeat(51)}] }) { totalCount } }`;
    expect((await ask(analyst, many, ESTIMATE)).errors![0]!.extensions.code).toBe('QUERY_TOO_COMPLEX');
    const stranger = await fetch(`${program.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...ESTIMATE },
      body: JSON.stringify({ query: PAGES }),
    });
    expect(((await stranger.json()) as Priced).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['a query', PAGES, PAGES_COST],
    ['a live query', `subscription { live ${PAGES} }`, PAGES_COST],
    ['a mutation', 'mutation { signOut { cursor } }', 1],
  ])('over WebSocket is asked by an extension: %s', async (_name, query, requested) => {
    const subscriber = new Subscriber(program.url, analyst.token);
    try {
      const { messages } = subscriber.subscribe<unknown>(query, {}, { estimate: true });
      expect(await messages.next()).toMatchObject({
        data: null,
        extensions: { cost: { requested, limit: 300_000, dearest: {} } },
      });
      await expect(messages.next()).rejects.toThrow('complete');
    } finally {
      await subscriber.close();
    }
  });

  test('by GET is never taken for the answer', async () => {
    const url = `${program.url}/graphql?query=${encodeURIComponent(PAGES)}`;
    const headers = { 'apollo-require-preflight': '1', authorization: `Bearer ${analyst.token}`, ...ESTIMATE };
    const response = await fetch(url, { headers });
    expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([null, 'no-store']);
    expect(await response.json()).toMatchObject({ data: null, extensions: { cost: { requested: PAGES_COST } } });
  });
});

test('an account reads what one of its operations may cost', async () => {
  for (const [client, costLimit] of [
    [display, 50_000],
    [analyst, 300_000],
  ] as const) {
    expect((await client.ask('{ viewer { costLimit } }')).data).toEqual({ viewer: { costLimit } });
  }
});
