import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import type { Answer, ApiClient } from '../support/api-client';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;
let analyst: ApiClient;
let total: number;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  analyst = await program.as('analyst');
  total = (await view.row<{ n: number }>('select count(distinct lead_unit_id)::integer as n from work_item')).n;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Cut {
  readonly path: (string | number)[];
  readonly shown: number;
  readonly total: number;
}

const GROUPS = (first: number | null) =>
  `groupedAggregates(by: [{ field: LEAD_UNIT }]${first === null ? '' : `, first: ${first}`}) { count keys { value } }`;

async function ask(query: string, variables: object = {}) {
  const answer: Answer<Record<string, unknown>> = await analyst.ask(query, variables);
  expect(answer.errors).toBeUndefined();
  return { data: answer.data, truncated: (answer.extensions as { truncated?: Cut[] }).truncated };
}

test('groups that are cut say so, first and from memory; the list itself holds groups alone', async () => {
  const query = `{ items: workItems { groups: ${GROUPS(2)} } }`;
  const first = await ask(query);
  expect(first.truncated).toEqual([{ path: ['items', 'groups'], shown: 2, total }]);
  expect((first.data as { items: { groups: object[] } }).items.groups).toHaveLength(2);
  expect(await ask(query)).toEqual(first);
  const all = await ask(`{ items: workItems { groups: ${GROUPS(null)} } }`);
  expect(all.truncated).toBeUndefined();
  const { groups } = (all.data as { items: { groups: object[] } }).items;
  expect(groups).toHaveLength(total);
  expect(groups.slice(0, 2)).toEqual((first.data as { items: { groups: object[] } }).items.groups);
});

test('more than 200 groups without a number are 200, and say how many there would be', async () => {
  const { count } = await view.row<{ count: number }>(
    `with made as (insert into unit (id, code, name, short_name, kind, valid_from, name_en, short_name_en)
      select gen_random_uuid(), 'cut-' || n, 'Đơn vị ' || n, 'ĐV ' || n, u.kind, u.valid_from, u.name_en, u.short_name_en
      from generate_series(1, 250) n, (select * from unit limit 1) u returning 1)
     select (count(*) + (select count(*) from unit))::integer as count from made`,
  );
  const { data, truncated } = await ask('{ units { groupedAggregates(by: [{ field: CODE }]) { count } } }');
  expect(truncated).toEqual([{ path: ['units', 'groupedAggregates'], shown: 200, total: count }]);
  expect((data as { units: { groupedAggregates: object[] } }).units.groupedAggregates).toHaveLength(200);
});

test('lists below rows, as of a moment, and those that code goes on from say so where they stand', async () => {
  const reports = 'progressReports { groupedAggregates(by: [{ field: RECEIPT_CODE }], first: 1) { count } }';
  const below = await ask(
    `{ workItems(where: { code: { eq: "07-01" } }) { nodes { viewerCan { __typename } ${reports} } } }`,
  );
  const path = ['workItems', 'nodes', 0, 'progressReports', 'groupedAggregates'];
  expect(below.truncated).toEqual([{ path, shown: 1, total: expect.any(Number) as number }]);
  const past = await ask(`{ asOf(at: "2023-10-01T00:00:00+07:00") { workItems { ${GROUPS(1)} } } }`);
  expect(past.truncated).toMatchObject([{ path: ['asOf', 'workItems', 'groupedAggregates'], shown: 1 }]);
});

test('a live answer says so', async () => {
  const subscriber = new Subscriber(program.url, analyst.token);
  try {
    const { messages } = subscriber.subscribe<unknown>(`subscription { now: live { workItems { ${GROUPS(1)} } } }`);
    const { extensions } = await messages.next();
    expect(extensions).toMatchObject({
      truncated: [{ path: ['now', 'workItems', 'groupedAggregates'], shown: 1, total }],
    });
  } finally {
    await subscriber.close();
  }
});

test('differences between two moments that are cut say so', async () => {
  const query = 'query ($n: Int) { changes(of: WorkItem, from: "0.1", first: $n) { id } }';
  const all = await ask(query, { n: 1_000 });
  const count = (all.data as { changes: object[] }).changes.length;
  expect(all.truncated).toBeUndefined();
  const cut = await ask(query, { n: count - 1 });
  expect(cut.truncated).toEqual([{ path: ['changes'], shown: count - 1, total: count }]);
});
