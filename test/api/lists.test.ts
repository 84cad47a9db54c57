import fc from 'fast-check';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { done, SUBMIT } from '../support/report-operations';
import { itemOf } from '../support/work-item';

let program: TestProgram;
let view: DatabaseView;
let inspector: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  inspector = (await makeAccount(program, view, { roles: [{ role: 'INSPECTOR' }] })).client;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Connection {
  readonly edges: readonly { cursor: string; node: { key: string } }[];
  readonly nodes: readonly { key: string }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: number;
}

interface Listed {
  readonly field: string;
  readonly filter: string;
  readonly key: string;
  /** The same list by the test's own statement: keys in order. */
  readonly sql: string;
}

// written down here by themselves: the order is a promise to clients, not whatever the server does
const LISTS: readonly Listed[] = [
  {
    field: 'workItems',
    filter: 'WorkItemFilter',
    key: 'code',
    sql: 'select code as key from work_item order by code collate "C"',
  },
  {
    field: 'units',
    filter: 'UnitFilter',
    key: 'id',
    sql: `select 'un_' || id as key from unit order by kind collate "C", name collate "vi-x-icu", id`,
  },
  {
    field: 'progressReports',
    filter: 'ProgressReportFilter',
    key: 'receiptCode',
    sql: 'select receipt_code as key from progress_report order by changed_at desc, id desc',
  },
  {
    field: 'measurements',
    filter: 'MeasurementFilter',
    key: 'id',
    sql: `select 'me_' || id as key from measurement order by ends_on desc, recorded_at desc, id desc`,
  },
  {
    field: 'targets',
    filter: 'TargetFilter',
    key: 'id',
    sql: `select 'ta_' || id as key from target order by programme_id, number collate "C", id`,
  },
  {
    field: 'reportingCycles',
    filter: 'ReportingCycleFilter',
    key: 'period',
    sql: 'select period as key from reporting_cycle order by ends_on desc, id desc',
  },
  {
    field: 'events',
    filter: 'EventFilter',
    key: 'cursor',
    sql: `select epoch || '.' || position as key from event_log order by position`,
  },
  {
    field: 'terms',
    filter: 'TermFilter',
    key: 'id',
    sql: `select 'te_' || id as key from term order by year_from, id`,
  },
  {
    field: 'programmes',
    filter: 'ProgrammeFilter',
    key: 'code',
    sql: 'select code as key from programme order by number, id',
  },
  {
    field: 'documents',
    filter: 'DocumentFilter',
    key: 'id',
    sql: `select 'do_' || id as key from document order by code collate "C"`,
  },
  {
    field: 'appendices',
    filter: 'AppendixFilter',
    key: 'code',
    sql: 'select code as key from appendix order by code collate "C"',
  },
  {
    field: 'indicators',
    filter: 'IndicatorFilter',
    key: 'code',
    sql: 'select code as key from indicator order by code collate "C"',
  },
];

async function page(list: Listed, args: string, where: object | null = null, client = inspector): Promise<Connection> {
  const answer = await client.ask<{ list: Connection }>(
    `query ($where: ${list.filter}) { list: ${list.field}(${args}, where: $where) {
      edges { cursor node { key: ${list.key} } } nodes { key: ${list.key} } totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    { where },
  );
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data.list;
}

const keysOf = ({ edges }: Connection): string[] => edges.map(({ node }) => node.key);

async function expectedKeys(list: Listed): Promise<string[]> {
  return (await view.rows<{ key: string }>(list.sql)).map(({ key }) => key);
}

/** All keys of a list, page by page; from the end backwards the pages are put in front of each other. */
async function walk(list: Listed, size: number, direction: 'forwards' | 'backwards'): Promise<string[]> {
  let keys: string[] = [];
  let place = '';
  for (;;) {
    const found = await page(list, direction === 'forwards' ? `first: ${size}${place}` : `last: ${size}${place}`);
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
      { numRuns: 60, seed: 20231114 },
    );
  });

  test.each(LISTS)('$field come in their order', async (list) => {
    const expected = await expectedKeys(list);
    expect(expected.length).toBeGreaterThan(0);
    expect(keysOf(await page(list, 'first: 200'))).toEqual(expected.slice(0, 200));
  });

  test.each(LISTS.slice(0, 7))(
    '$field: totalCount counts the whole list, a page says what lies around it',
    async (list) => {
      const expected = await expectedKeys(list);
      const first = await page(list, 'first: 2');
      expect(first.totalCount).toBe(expected.length);
      expect(first.pageInfo).toMatchObject({ hasNextPage: expected.length > 2, hasPreviousPage: false });
      const second = await page(list, `first: 1, after: "${first.edges[0]!.cursor}"`);
      expect(keysOf(second)).toEqual([expected[1]]);
      expect(second.pageInfo).toMatchObject({ hasNextPage: expected.length > 2, hasPreviousPage: true });
      const last = await page(list, 'last: 1');
      expect(keysOf(last)).toEqual([expected.at(-1)]);
      expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: expected.length > 1 });
      const between = await page(
        list,
        `first: 200, after: "${first.edges[0]!.cursor}", before: "${last.edges[0]!.cursor}"`,
      );
      expect(keysOf(between)).toEqual(expected.slice(1, -1).slice(0, 200));
    },
  );

  test('a page of no rows says whether there are any', async () => {
    const none = await page(LISTS[0]!, 'first: 0');
    expect(none).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, startCursor: null, endCursor: null } });
    const unmatched = await page(LISTS[0]!, 'first: 5', { code: { eq: 'nothing' } });
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
    const first = await page(list, 'first: 10');
    const { id: workItemId } = await itemOf(inspector, '07-18');
    const { receipt } = await done(reporter, SUBMIT, {
      workItemId,
      period: '2023-Q4',
      percentComplete: 33,
      summary: 'Nộp giữa hai trang.',
    });
    const second = await page(list, `first: 10, after: "${first.pageInfo.endCursor}"`);
    expect([...keysOf(first), ...keysOf(second)]).toEqual(before.slice(0, 20));
    // newest first: the new one stands before the page that was read
    const newer = await page(list, `last: 10, before: "${first.pageInfo.startCursor}"`);
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
      const { edges } = await page(LISTS[0]!, 'first: 3');
      const cursor = edges[1]!.cursor;
      const filtered = await page(LISTS[0]!, 'first: 1', { kind: { eq: 'PROJECT' } });
      const ofUnits = await page(LISTS[1]!, 'first: 1');
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
      const foreign = await page(LISTS[0]!, 'first: 1', null, client);
      expect(await codesWith(`first: 1, after: "${foreign.edges[0]!.cursor}"`)).toEqual(['BAD_USER_INPUT']);
      await again.close();
    } finally {
      await otherView.close();
      await other.close();
    }
  });
});

describe('where', () => {
  const items = LISTS[0]!;

  async function codes(where: object): Promise<string[]> {
    const found = await page(items, 'first: 200', where);
    expect(found.totalCount).toBe(found.edges.length);
    return keysOf(found);
  }

  async function codesBySql(condition: string): Promise<string[]> {
    const rows = await view.rows<{ code: string }>(
      `select w.code from work_item w join unit u on u.id = w.lead_unit_id where ${condition} order by w.code collate "C"`,
    );
    return rows.map(({ code }) => code);
  }

  test.each([
    ['eq on a text', { code: { eq: '07-03' } }, `w.code = '07-03'`],
    ['in on a text', { code: { in: ['07-03', '07-01', 'nothing'] } }, `w.code in ('07-01', '07-03')`],
    ['in with no values', { code: { in: [] } }, 'false'],
    ['ne on an enum', { kind: { ne: 'PROJECT' } }, `w.kind <> 'PROJECT'`],
    [
      'ne on what may be empty keeps the empty ones',
      { verifiedHealth: { ne: 'AT_RISK' } },
      `w.verified_health is distinct from 'AT_RISK'`,
    ],
    ['eq null', { verifiedHealth: { eq: null } }, 'w.verified_health is null'],
    ['ne null', { verifiedHealth: { ne: null } }, 'w.verified_health is not null'],
    ['a date', { dueOn: { eq: '2023-06-30' } }, `w.due_on = '2023-06-30'`],
    ['a number', { percentComplete: { eq: 46 } }, 'w.percent_complete = 46'],
    ['an integer', { number: { in: [1, 2] } }, 'w.number in (1, 2)'],
    ['a truth value', { isSample: { eq: false } }, 'not w.is_sample'],
    ['a relation', { leadUnit: { code: { eq: 'so-tttt' } } }, `u.code = 'so-tttt'`],
    ['a relation’s relation', { programme: { standingAgency: { code: { eq: 'so-khcn' } } } }, 'true'],
    [
      'and',
      { and: [{ kind: { eq: 'PROJECT' } }, { leadUnit: { code: { in: ['so-tttt', 'so-khcn'] } } }] },
      `w.kind = 'PROJECT' and u.code in ('so-tttt', 'so-khcn')`,
    ],
    ['an empty and', { and: [] }, 'true'],
    [
      'several conditions at once',
      { kind: { ne: 'TASK' }, completedOn: { eq: null } },
      `w.kind <> 'TASK' and w.completed_on is null`,
    ],
    ['two comparisons of one field', { code: { ne: '07-01', in: ['07-01', '07-02'] } }, `w.code = '07-02'`],
    [
      'a class derived from dates',
      { statutoryClass: { eq: 'OPEN_OVERDUE' } },
      `w.completed_on is null and w.due_on < '2023-11-14'`,
    ],
    ['a derived number', { daysLate: { eq: 0 } }, `coalesce(w.completed_on, '2023-11-14') <= w.due_on`],
    ['a comparison that says nothing', { code: {} }, 'true'],
    ['nothing', {}, 'true'],
  ])('%s filters as the test’s own statement does', async (_name, where, condition) => {
    expect(await codes(where)).toEqual(await codesBySql(condition));
  });

  test('a filter on health gives exactly the items that show that health', async () => {
    const { data } = await inspector.ask<{ workItems: { nodes: { code: string; health: string }[] } }>(
      '{ workItems(first: 200) { nodes { code health } } }',
    );
    const shown = new Set(data.workItems.nodes.map(({ health }) => health));
    expect(shown.size).toBeGreaterThanOrEqual(4);
    for (const health of shown) {
      const wanted = data.workItems.nodes.filter((item) => item.health === health).map(({ code }) => code);
      expect(await codes({ health: { eq: health } })).toEqual(wanted);
      expect(await codes({ health: { ne: health } })).toHaveLength(data.workItems.nodes.length - wanted.length);
    }
    expect(await codes({ health: { in: ['COMPLETED', 'OVERDUE'] } })).toEqual(
      data.workItems.nodes.filter(({ health }) => ['COMPLETED', 'OVERDUE'].includes(health)).map(({ code }) => code),
    );
  });

  test('ids filter by the id that clients see; the id of another type or no id equals nothing', async () => {
    const { id } = await itemOf(inspector, '07-02');
    expect(await codes({ id: { eq: id } })).toEqual(['07-02']);
    expect(await codes({ id: { in: [id, 'x', id.replace('wi_', 'un_')] } })).toEqual(['07-02']);
    expect(await codes({ id: { eq: id.replace('wi_', 'ms_') } })).toEqual([]);
    expect(await codes({ id: { ne: id } })).toHaveLength((await codes({})).length - 1);
    expect(await codes({ programme: { id: { eq: 'nothing' } } })).toEqual([]);
  });

  test('reports filter by state, period, item, unit and moment', async () => {
    const list = LISTS[2]!;
    const bySql = async (condition: string) =>
      (
        await view.rows<{ key: string }>(
          `select r.receipt_code as key from progress_report r where ${condition} order by r.changed_at desc, r.id desc`,
        )
      ).map(({ key }) => key);
    const all = async (where: object) => keysOf(await page(list, 'first: 200', where));
    expect(await all({ state: { in: ['RETURNED', 'WITHDRAWN'] } })).toEqual(
      await bySql(`r.state in ('RETURNED', 'WITHDRAWN')`),
    );
    expect(await all({ period: { eq: '2023-Q3' }, isLate: { eq: true } })).toEqual(
      await bySql(`r.period = '2023-Q3' and r.is_late`),
    );
    expect(await all({ workItem: { code: { eq: '07-12' } }, supersededAt: { ne: null } })).toHaveLength(1);
    const { moment } = await view.row<{ moment: Date }>('select max(submitted_at) as moment from progress_report');
    expect(await all({ submittedAt: { eq: moment.toISOString() } })).toHaveLength(1);
  });
});
