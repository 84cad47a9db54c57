import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let inspector: ApiClient;

// as nobody would enter them, and as everybody counts
const ENTERED = ['10', '7b', '100', '2', '7a', '1', '7', '12'];
const COUNTED = ['1', '2', '7', '7a', '7b', '10', '12', '100'];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  inspector = (await makeAccount(program, view, { roles: [{ role: 'INSPECTOR' }] })).client;
  await view.rows(
    `insert into programme select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'code', '99-CTr/TU', 'number', 99))).*
     from programme p where number = 7`,
  );
  for (const number of ENTERED) {
    await copy('target', { number });
    await copy('viewpoint', { number });
    await copy('document', { code: `X-${number}` });
    await copy('objective', { number });
  }
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** A row of the new programme like another one of its table, but for some values. */
async function copy(table: string, changes: Record<string, string>): Promise<void> {
  await view.rows(
    `insert into ${table} select (jsonb_populate_record(t, $1::jsonb || jsonb_build_object('id', gen_random_uuid(), 'programme_id', p.id))).*
     from ${table} t, programme p where p.number = 99 order by t.id limit 1`,
    [JSON.stringify(changes)],
  );
}

type Numbered = readonly { readonly number: string }[];

test('what a programme holds stands as people count: 7a, 7b, 10', async () => {
  const { data } = await inspector.ask<{
    programme: { targets: { nodes: Numbered }; viewpoints: Numbered; documents: { nodes: { code: string }[] } };
  }>(
    `{ programme(code: "99-CTr/TU") { targets { nodes { number } } viewpoints { number } objectives { number } documents { nodes { code } } } }`,
  );
  const { targets, viewpoints, documents } = data.programme;
  expect(targets.nodes.map(({ number }) => number)).toEqual(COUNTED);
  expect(viewpoints.map(({ number }) => number)).toEqual(COUNTED);
  expect(documents.nodes.map(({ code }) => code)).toEqual(COUNTED.map((number) => `X-${number}`));
});

test.each([
  ['its own order', '', COUNTED],
  ['an order that is asked for', ', orderBy: [{ number: ASC }]', COUNTED],
  ['the other way round', ', orderBy: [{ number: DESC }]', [...COUNTED].reverse()],
])('pages of three in %s go through the whole list, from both ends', async (_name, order, expected) => {
  const page = async (place: string) => {
    const { data } = await inspector.ask<{
      targets: { nodes: Numbered; pageInfo: { startCursor: string; endCursor: string } };
    }>(
      `{ targets(${place}, where: { programme: { code: { eq: "99-CTr/TU" } } }${order}) { nodes { number } pageInfo { startCursor endCursor } } }`,
    );
    return data.targets;
  };
  const forth: string[] = [];
  for (let place = 'first: 3'; forth.length < expected.length;) {
    const { nodes, pageInfo } = await page(place);
    forth.push(...nodes.map(({ number }) => number));
    place = `first: 3, after: "${pageInfo.endCursor}"`;
    expect(nodes).not.toEqual([]);
  }
  expect(forth).toEqual(expected);
  const back: string[] = [];
  for (let place = 'last: 3'; back.length < expected.length;) {
    const { nodes, pageInfo } = await page(place);
    back.unshift(...nodes.map(({ number }) => number));
    place = `last: 3, before: "${pageInfo.startCursor}"`;
    expect(nodes).not.toEqual([]);
  }
  expect(back).toEqual(expected);
});

test('what is smaller than 10 is what stands before it', async () => {
  const { data } = await inspector.ask<{ targets: { nodes: Numbered } }>(
    `{ targets(where: { programme: { code: { eq: "99-CTr/TU" } }, number: { lt: "10" } }) { nodes { number } } }`,
  );
  expect(data.targets.nodes.map(({ number }) => number)).toEqual(COUNTED.slice(0, 5));
});

test('the order of codes is read from an index', async () => {
  await view.rows('set enable_sort = off');
  const plan = await view.rows<{ 'QUERY PLAN': string }>(
    'explain select code from work_item order by code collate natural_order limit 50',
  );
  await view.rows('reset enable_sort');
  expect(plan.map((line) => line['QUERY PLAN']).join(' ')).toContain('work_item_natural');
});
