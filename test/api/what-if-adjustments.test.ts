import { Database } from '../../src/platform/database/database';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let reporter: ApiClient;
/** Code of the item that is asked to be due later, and its dates. */
let item: { code: string; id: string; unit: string; due: string; later: string };
let input: object;
let request: string;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  item =
    await view.row(`select w.code, 'wi_' || w.id as id, u.code as unit, w.due_on::text as due, (w.due_on + 30)::text as later
    from work_item w join unit u on u.id = w.lead_unit_id where w.code = '07-21'`);
  const ids = await view.row<{ programmeId: string; targetId: string }>(
    `select 'pr_' || p.id as "programmeId", 'ta_' || (select id from target t where t.programme_id = p.id order by number limit 1) as "targetId"
     from programme p where code = '07-CTr/TU'`,
  );
  const named = { product: 'Đề án', objective: 'Xong sau', resources: 'Ngân sách', reason: 'Chậm vốn' };
  input = { ...ids, ...named, changes: [{ item: { workItemId: item.id, dueOn: item.later } }] };
  reporter = (await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: item.unit }] })).client;
  request = await register();
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function register(): Promise<string> {
  const { adjustmentRequest } = await mutated<{ adjustmentRequest: { id: string } }>(
    reporter,
    'registerAdjustment',
    input,
    'adjustmentRequest { id }',
  );
  return adjustmentRequest.id;
}

const THEN = `query ($ids: [ID!]!) { whatIf(adjustments: $ids) { workItems(first: 100) { totalCount nodes { code dueOn health } }
  target: targets { totalCount nodes { number health } } } }`;

/** The date on which the item would be due, asked past every cache. */
async function dueThen(ids: readonly string[]): Promise<string> {
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${secretariat.token}`,
      'cache-control': 'no-cache',
    },
    body: JSON.stringify({ query: THEN, variables: { ids } }),
  });
  const { data } = (await response.json()) as {
    data: { whatIf: { workItems: { nodes: { code: string; dueOn: string }[] } } };
  };
  return data.whatIf.workItems.nodes.find(({ code }) => code === item.code)!.dueOn;
}

describe('what if', () => {
  test('writes nothing: no table holds another row, nor one that was written anew', async () => {
    // whoever asks for the first time is noted down
    await dueThen([request]);
    const before = await view.everything();
    for (let time = 0; time < 5; time += 1) expect(await dueThen([request])).toBe(item.later);
    expect(await view.everything()).toEqual(before);
  });

  test('locks nothing and waits for nobody: it is answered while somebody else holds every row of every table', async () => {
    const other = await DatabaseView.open(program.target);
    const tables = await view.rows<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    );
    await other.rows('begin');
    await other.rows(`lock table ${tables.map(({ name }) => name).join(', ')} in exclusive mode`);
    expect(await dueThen([request])).toBe(item.later);
    await other.rows('rollback');
    await other.close();
  });

  test('is one statement, however much is asked: what is supposed is worked out anew only once it follows from something else', async () => {
    const [snapshots, reads] = [jest.spyOn(Database.prototype, 'snapshot'), jest.spyOn(Database.prototype, 'read')];
    await dueThen([request]);
    expect([snapshots.mock.calls.length, reads.mock.calls.length]).toEqual([0, 1]);
    // written past the program, which has heard of nothing
    await view.rows(
      `with told as (insert into outbox (type, occurred_at, audience, tags, data) values ('WRITTEN', now(), 'EVERYONE', '{adjustment_request}', '{}'))
       update adjustment_request set requested = jsonb_set(requested, '{0,set,due_on}', '"2024-12-24"') where 'aq_' || id = $1`,
      [request],
    );
    expect(await dueThen([request])).toBe('2024-12-24');
    expect(snapshots.mock.calls).toHaveLength(1);
    for (const spy of [snapshots, reads]) spy.mockRestore();
    await view.rows(
      `with told as (insert into outbox (type, occurred_at, audience, tags, data) values ('WRITTEN', now(), 'EVERYONE', '{adjustment_request}', '{}'))
       update adjustment_request set requested = jsonb_set(requested, '{0,set,due_on}', to_jsonb($2::text)) where 'aq_' || id = $1`,
      [request, item.later],
    );
    expect(await dueThen([request])).toBe(item.later);
    const admin = await program.as('admin');
    const response = await fetch(`${program.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}`, 'x-explain': '1' },
      body: JSON.stringify({ query: THEN, variables: { ids: [request] } }),
    });
    const { extensions } = (await response.json()) as { extensions: { explain: { statement: string } } };
    expect(typeof extensions.explain.statement).toBe('string');
    expect(extensions.explain.statement.match(/;/g)).toBeNull();
  });

  test('of nothing is the present', async () => {
    expect(await dueThen([])).toBe(item.due);
  });

  test('is refused of a request that the asker may not read, and of one that is decided: told which, with a way out', async () => {
    const other = (await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-gtvt' }] })).client;
    const foreign = await other.ask(THEN, { ids: [request] }, 'en');
    expect(foreign.errors).toMatchObject([{ path: ['whatIf'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(foreign.errors![0]!.message).toContain('not there or not visible to you');
    const decided = await view.row<{ id: string; product: string }>(
      `select 'aq_' || id as id, product from adjustment_request where state = 'APPROVED' order by id limit 1`,
    );
    const { data, errors } = await secretariat.ask<{ whatIf: null }>(THEN, { ids: [request, decided.id] }, 'en');
    expect(data).toEqual({ whatIf: null });
    expect(errors![0]!.message).toBe(
      `The request “${decided.product}” is approved: there is nothing to suppose any more. Take it off the list; what was approved stands in the present data.`,
    );
  });

  test('is watched: it follows what it rests on, and ends with a word once the request is taken back', async () => {
    const subscriber = new Subscriber(program.url, secretariat.token, 'en');
    const { messages } = subscriber.subscribe<{
      live: { whatIf: { workItem: { dueOn: string; title: string } } | null };
    }>(
      `subscription ($ids: [ID!]!) { live { whatIf(adjustments: $ids) { workItem(code: "${item.code}") { dueOn percentComplete } } } }`,
      { ids: [request] },
    );
    expect((await messages.next()).data.live.whatIf!.workItem.dueOn).toBe(item.later);
    await mutated(reporter, 'withdrawAdjustment', { adjustmentRequestId: request, reason: 'Không cần nữa' });
    const last = (await messages.nextUntil(({ data }) => data.live.whatIf === null)).at(-1)!;
    expect(last.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(last.errors![0]!.message).toContain('withdrawn');
    await subscriber.close();
  });
});
