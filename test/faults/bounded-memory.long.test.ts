import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ForgettingClient } from '../../src/platform/database/forgetting-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { metric } from '../support/metrics';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const MB = 1024 * 1024;

test('60 different documents of 8 KB by strangers leave nothing behind', async () => {
  const stranger = program.stranger();
  const fields = (n: number) =>
    Array.from({ length: 99 }, (_, index) => `a${index}: workItem(code: "x${n}") { id code title shortName kind }`);
  const ask = (n: number) => stranger.ask(`{ ${fields(n).join(' ')} }`);
  const codes = new Set((await ask(0)).errors!.map(({ extensions }) => extensions.code));
  expect([...codes]).toEqual(['UNAUTHENTICATED']);
  const before = [heapBytes(), await metric(program.url, 'tiendo_document_bytes')] as const;
  for (let n = 1; n <= 60; n += 1) await ask(n);
  expect(await metric(program.url, 'tiendo_document_bytes')).toBe(before[1]);
  // parsed, they would be more than 30 MB
  expect(heapBytes() - before[0]).toBeLessThan(10 * MB);
});

test('a persisted text of a stranger is not kept, that of an account is', async () => {
  const { client } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  const { createHash } = await import('node:crypto');
  for (const [asker, isKept] of [
    [program.stranger(), false],
    [client, true],
  ] as const) {
    const query = `{ viewer { id displayName } } # ${String(isKept)}`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const first = (await (await asker.post(JSON.stringify({ query, extensions }))).json()) as { data: object };
    expect(first.data).toBeTruthy();
    const again = (await (await asker.post(JSON.stringify({ extensions }))).json()) as { data?: object };
    expect(again.data !== undefined && again.data !== null).toBe(isKept);
  }
});

test('plans of ever new filters fill one account’s share and no more, and hold what they are said to hold', async () => {
  const { client } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  const query = 'query ($w: WorkItemFilter) { workItems(where: $w, first: 1) { nodes { id } pageInfo { endCursor } } }';
  // values of 100 KB: a plan that kept those it was made with would hold 20 MB in all
  const filter = (n: number) => ({
    or: Array.from({ length: 200 }, (_, index) => ({
      code: { [index % 7 === n % 7 ? 'eq' : 'ne']: 'y'.repeat(500) },
      title: (n >> (index % 8)) % 2 === 0 ? { eq: 'x' } : { ne: 'x' },
    })),
  });
  await client.ask(query, { w: filter(0) });
  const before = [heapBytes(), await metric(program.url, 'tiendo_plan_bytes')] as const;
  for (let n = 1; n <= 60; n += 1) expect((await client.ask(query, { w: filter(n) })).errors).toBeUndefined();
  const counted = (await metric(program.url, 'tiendo_plan_bytes')) - before[1];
  const held = heapBytes() - before[0];
  expect(counted).toBeGreaterThan(10 * MB);
  expect(counted).toBeLessThanOrEqual(16 * MB);
  expect(held).toBeLessThan(counted * 1.1);
});

test('statements that are no longer asked are forgotten by the connections that prepared them', async () => {
  const client = new ForgettingClient(program.target);
  await client.connect();
  try {
    const ask = (n: number) => client.query({ name: `s${n}`, text: `select $1::integer + ${n} as sum`, values: [1] });
    for (let n = 0; n < 450; n += 1) expect((await ask(n)).rows).toEqual([{ sum: n + 1 }]);
    // the first ones are prepared anew
    expect((await ask(0)).rows).toEqual([{ sum: 1 }]);
    const { rows } = await client.query<{ kept: number }>(
      'select count(*)::integer as kept from pg_prepared_statements',
    );
    expect(rows).toEqual([{ kept: 400 }]);
    // of statements whose texts are long, fewer
    const long = (n: number) => ({
      name: `l${n}`,
      text: `select $1::integer + ${n} /* ${'x'.repeat(100_000)} */`,
      values: [1],
    });
    for (let n = 0; n < 30; n += 1) await client.query(long(n));
    const left = await client.query<{ bytes: number }>(
      'select sum(length(statement))::integer as bytes from pg_prepared_statements',
    );
    expect(left.rows[0]!.bytes).toBeLessThanOrEqual(2 * MB);
  } finally {
    await client.end();
  }
});

test('a statement that failed at its first use does not stand in the way of others', async () => {
  const client = new ForgettingClient(program.target);
  await client.connect();
  try {
    for (let n = 0; n < 420; n += 1) {
      await expect(client.query({ name: `f${n}`, text: `select nothing_${n}`, values: [] })).rejects.toThrow();
    }
    expect((await client.query({ name: 'well', text: 'select 1 as one', values: [] })).rows).toEqual([{ one: 1 }]);
  } finally {
    await client.end();
  }
});

test('100 open subscriptions keep nothing of variables that they do not declare', async () => {
  const { client } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  const subscribers = Array.from({ length: 5 }, () => new Subscriber(program.url, client.token));
  // the clients, which are in this process too, keep one for all
  const variables = { other: Array.from({ length: 19_000 }, () => ({})) };
  const before = heapBytes();
  for (const [index, subscriber] of subscribers.entries()) {
    for (let n = 0; n < 20; n += 1) {
      const asked = subscriber.subscribe(`subscription { heartbeat { today } } # ${index} ${n}`, variables);
      expect((await asked.messages.next()).data).toBeTruthy();
    }
  }
  // each would be 1 MB
  const kept = heapBytes() - before;
  await Promise.all(subscribers.map((subscriber) => subscriber.close()));
  expect(kept).toBeLessThan(30 * MB);
});
