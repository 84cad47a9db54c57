import fc from 'fast-check';
import { buildSchema, getNamedType } from 'graphql';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { makeDraft } from '../support/made/made-draft';
import { makeJob } from '../support/made/made-job';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { done, SUBMIT } from '../support/report-operations';
import { until } from '../support/until';
import { itemOf } from '../support/work-item';
import { type Listed, LISTS } from './lists.table';
import { type Connection, keysOf, pageOf } from './page-of';
import { sized } from '../support/size';

let program: TestProgram;
let view: DatabaseView;
let inspector: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  // drafts are their unit's alone
  const unit = 'so-tttt';
  const made = await makeAccount(program, view, { roles: [{ role: 'INSPECTOR' }, { role: 'APPROVER', unit }] });
  inspector = made.client;
  for (const period of ['2023-Q2', '2023-Q3', '2024-Q1']) await makeDraft(view, '07-25', made.id, period);
  // those of the demo's own jobs that are done leave the queue
  await until(
    () => view.rows('select from graphile_worker.jobs'),
    ({ length }) => length === 0,
  );
  await view.rows(`insert into job_task (name) values ('madeForTests'), ('makeNothing'), ('otherForTests')`);
  for (let made = 0; made < 4; made += 1) await makeJob(view);
  // the only list of the demo that begins empty
  const secretariat = await program.as('secretariat');
  for (const name of ['Phòng Ơ', 'Phòng O', 'Phòng Đ', 'Phòng 1']) {
    await mutated(secretariat, 'createDisplay', { name, programmeCode: '07-CTr/TU' });
  }
});

afterAll(async () => {
  await view.close();
  await program.close();
});

test('every list of the schema stands in the table, and no other', async () => {
  const schema = buildSchema(await (await fetch(`${program.url}/schema.graphql`)).text());
  const lists = Object.values(schema.getQueryType()!.getFields())
    .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
    .map(({ name }) => name);
  expect(LISTS.map(({ field }) => field).sort()).toEqual(lists.sort());
});

async function expectedKeys(list: Listed): Promise<string[]> {
  return (await view.rows<{ key: string }>(list.sql)).map(({ key }) => key);
}

/** All keys of a list, page by page; from the end backwards the pages are put in front of each other. */
async function walk(list: Listed, size: number, direction: 'forwards' | 'backwards'): Promise<string[]> {
  let keys: string[] = [];
  let place = '';
  for (;;) {
    const found = await pageOf(
      inspector,
      list,
      direction === 'forwards' ? `first: ${size}${place}` : `last: ${size}${place}`,
    );
    expect(found.nodes.map(({ key }) => key)).toEqual(keysOf(found));
    expect(found.edges.length).toBeLessThanOrEqual(size);
    keys = direction === 'forwards' ? [...keys, ...keysOf(found)] : [...keysOf(found), ...keys];
    const { hasNextPage, hasPreviousPage, endCursor, startCursor } = found.pageInfo;
    expect([startCursor, endCursor]).toEqual([found.edges[0]?.cursor ?? null, found.edges.at(-1)?.cursor ?? null]);
    if (!(direction === 'forwards' ? hasNextPage : hasPreviousPage)) return keys;
    place = direction === 'forwards' ? `, after: "${endCursor}"` : `, before: "${startCursor}"`;
  }
}

describe('paging', () => {
  test('every list gives every row once and in its order, whatever the size of the pages and the direction', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LISTS),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('forwards' as const, 'backwards' as const),
        async (list, size, direction) => {
          const expected = await expectedKeys(list);
          const fitting = Math.max(size, Math.ceil(expected.length / 12));
          expect(await walk(list, fitting, direction)).toEqual(expected);
        },
      ),
      { numRuns: sized(20, 60), seed: 20231114 },
    );
  });

  test.each(LISTS)('$field come in their order', async (list) => {
    const expected = await expectedKeys(list);
    expect(expected.length).toBeGreaterThan(0);
    expect(keysOf(await pageOf(inspector, list, 'first: 200'))).toEqual(expected.slice(0, 200));
  });

  test.each(LISTS)('$field: totalCount counts the whole list, a page says what lies around it', async (list) => {
    const expected = await expectedKeys(list);
    const first = await pageOf(inspector, list, 'first: 2');
    expect(first.totalCount).toBe(expected.length);
    expect(first.pageInfo).toMatchObject({ hasNextPage: expected.length > 2, hasPreviousPage: false });
    const second = await pageOf(inspector, list, `first: 1, after: "${first.edges[0]!.cursor}"`);
    expect(keysOf(second)).toEqual([expected[1]]);
    expect(second.pageInfo).toMatchObject({ hasNextPage: expected.length > 2, hasPreviousPage: true });
    const last = await pageOf(inspector, list, 'last: 1');
    expect(keysOf(last)).toEqual([expected.at(-1)]);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: expected.length > 1 });
    const between = await pageOf(
      inspector,
      list,
      `first: 200, after: "${first.edges[0]!.cursor}", before: "${last.edges[0]!.cursor}"`,
    );
    expect(keysOf(between)).toEqual(expected.slice(1, -1).slice(0, 200));
  });

  test('a page of no rows says whether there are any', async () => {
    const none = await pageOf(inspector, LISTS[0]!, 'first: 0');
    expect(none).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, startCursor: null, endCursor: null } });
    const unmatched = await pageOf(inspector, LISTS[0]!, 'first: 5', { code: { eq: 'nothing' } });
    expect(unmatched).toMatchObject({
      edges: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
  });

  test('rows that come between two pages neither repeat nor hide others', async () => {
    const list = LISTS[2]!;
    const unit = 'so-vhtt';
    const { client: reporter } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] });
    const before = await expectedKeys(list);
    const first = await pageOf(inspector, list, 'first: 10');
    const { id: workItemId } = await itemOf(inspector, '07-18');
    const { receipt } = await done(reporter, SUBMIT, {
      workItemId,
      period: '2023-Q4',
      percentComplete: 33,
      summary: 'Nộp giữa hai trang.',
    });
    const second = await pageOf(inspector, list, `first: 10, after: "${first.pageInfo.endCursor}"`);
    expect([...keysOf(first), ...keysOf(second)]).toEqual(before.slice(0, 20));
    // newest first: the new one stands before the page that was read
    const newer = await pageOf(inspector, list, `last: 10, before: "${first.pageInfo.startCursor}"`);
    expect(keysOf(newer)).toEqual([receipt!.code]);
  });

  test('lists under many parents page each by itself', async () => {
    const { data } = await inspector.ask<{ workItems: { nodes: { code: string; progressReports: Connection }[] } }>(
      `{ workItems(first: 200) { nodes { code progressReports(first: 2) { totalCount edges { cursor node { key: receiptCode } }
        nodes { key: receiptCode } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
    );
    expect(data.workItems.nodes.length).toBeGreaterThan(30);
    for (const { code, progressReports } of data.workItems.nodes) {
      const own = await view.rows<{ key: string }>(
        `select r.receipt_code as key from progress_report r join work_item w on w.id = r.work_item_id
         where w.code = $1 order by r.changed_at desc, r.id desc`,
        [code],
      );
      expect(keysOf(progressReports)).toEqual(own.slice(0, 2).map(({ key }) => key));
      expect(progressReports.totalCount).toBe(own.length);
      expect(progressReports.pageInfo.hasNextPage).toBe(own.length > 2);
    }
  });
});

describe('a cursor is refused', () => {
  const codesWith = async (
    args: string,
    where: object | null = null,
    field = 'workItems',
    filter = 'WorkItemFilter',
  ) => {
    const answer = await inspector.ask(
      `query ($where: ${filter}) { ${field}(${args}, where: $where) { nodes { id } } }`,
      { where },
    );
    return (answer.errors ?? []).map(({ extensions }) => extensions.code);
  };

  test.each(['after', 'before'])(
    'as `%s` when it is no cursor, of another list, of another filter or tampered with',
    async (argument) => {
      const { edges } = await pageOf(inspector, LISTS[0]!, 'first: 3');
      const cursor = edges[1]!.cursor;
      const filtered = await pageOf(inspector, LISTS[0]!, 'first: 1', { kind: { eq: 'PROJECT' } });
      const ofUnits = await pageOf(inspector, LISTS[1]!, 'first: 1');
      const size = argument === 'after' ? 'first: 2' : 'last: 2';
      expect(await codesWith(`${size}, ${argument}: "${cursor}"`)).toEqual([]);
      const flipped = `${cursor.slice(0, 20)}${cursor[20] === 'A' ? 'B' : 'A'}${cursor.slice(21)}`;
      const bad = [
        '',
        'x',
        'abc',
        cursor.slice(0, 10),
        cursor.slice(0, -4),
        flipped,
        ofUnits.edges[0]!.cursor,
        filtered.edges[0]!.cursor,
        '1.5',
        '\\u0000',
      ];
      for (const given of bad) {
        expect([given, await codesWith(`${size}, ${argument}: "${given}"`)]).toEqual([given, ['BAD_USER_INPUT']]);
      }
      expect(await codesWith(`${size}, ${argument}: "${cursor}"`, { kind: { eq: 'PROJECT' } })).toEqual([
        'BAD_USER_INPUT',
      ]);
      expect(await codesWith(`${size}, ${argument}: "${cursor}"`, null, 'units', 'UnitFilter')).toEqual([
        'BAD_USER_INPUT',
      ]);
    },
  );

  test('when another database signed it', async () => {
    const other = await startTestProgram();
    const otherView = await DatabaseView.open(other.target);
    try {
      await otherView.rows(`update server_secret set secret = sha256('another')`);
      const again = await startTestProgram({ target: other.target });
      const { client } = await makeAccount(again, otherView, { roles: [{ role: 'ANALYST' }] });
      const foreign = await pageOf(client, LISTS[0]!, 'first: 1');
      expect(await codesWith(`first: 1, after: "${foreign.edges[0]!.cursor}"`)).toEqual(['BAD_USER_INPUT']);
      await again.close();
    } finally {
      await otherView.close();
      await other.close();
    }
  });
});
