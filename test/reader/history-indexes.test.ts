import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;
let report: { id: string; receiptCode: string };

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
  await growHistory();
  report = await view.row(
    `select 'rp_' || id as id, receipt_code as "receiptCode" from progress_report where state = 'ACCEPTED' order by id limit 1`,
  );
}, 120_000);

afterAll(async () => {
  await view.close();
  await program.close();
});

/** 100,000 versions of 10,000 reports: years of writing. Half of them are of the time before the first batch, half of a time to come. */
async function growHistory(): Promise<void> {
  const columns = await view.rows<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute where attrelid = 'progress_report'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  const made: Readonly<Record<string, string>> = {
    id: 'r.id',
    receipt_code: `'V' || r.n`,
    changed_at: `h.changed_at + r.n * interval '1 hour' + v * interval '1 minute'`,
    state: `case when v = 9 then 'ACCEPTED' else 'WITHDRAWN' end`,
    superseded_at: 'h.changed_at',
  };
  const value = ({ name }: { name: string }) => made[name] ?? `h.${name}`;
  await view.rows(`
    with h as (select *, row_number() over (order by id) - 1 as nth, count(*) over () as amount from progress_report),
      r as (select n, gen_random_uuid() as id from generate_series(1, 10000) n)
    insert into progress_report_history (${columns.map(({ name }) => name).join(', ')}, made_by, made_epoch, ended_by, ended_epoch)
    select ${columns.map(value).join(', ')}, place::text::xid8, 1, (place + 1)::text::xid8, 1
    from r join h on h.nth = r.n % h.amount cross join generate_series(0, 9) v,
      lateral (select case when r.n <= 5000 then 10 else 1000000000 end + v as place) p`);
  await view.rows('analyze progress_report_history');
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** How the versions of reports are read, as PostgreSQL plans it: `Seq Scan`, or the names of indexes. */
async function waysOf(query: string): Promise<Set<string>> {
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${admin.token}`,
      'cache-control': 'no-cache',
      'x-explain': '1',
    },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const ways = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { 'Node Type': kind, 'Relation Name': table, 'Index Name': index } = node as PlanNode;
    const isOfReports = table === 'progress_report_history' || index?.startsWith('progress_report_history');
    // the table under a bitmap is read by the index that made it
    if (isOfReports && kind !== 'Bitmap Heap Scan') ways.add(index ?? kind);
    for (const below of Object.values(node)) visit(below);
  };
  visit(JSON.parse(text));
  if (ways.size === 0) throw new Error(text.slice(0, 2_000));
  return ways;
}

test.each([
  [
    'a report by its receipt',
    () => `asOf(cursor: "1.1") { progressReport(receiptCode: "${report.receiptCode}") { state } }`,
  ],
  ['a report by its id', () => `asOf(cursor: "1.1") { node(id: "${report.id}") { ... on ProgressReport { state } } }`],
  ['a report by an id of the past', () => `node(id: "${report.id}@1.1") { ... on ProgressReport { state } }`],
  [
    'the newest three of every item',
    () =>
      'asOf(cursor: "1.1") { workItems(first: 50) { nodes { code progressReports(first: 3) { nodes { state } } } } }',
  ],
  [
    'those of one item, counted',
    () =>
      'asOf(cursor: "1.1") { workItem(code: "07-01") { progressReports(first: 3) { totalCount nodes { state } } } }',
  ],
  ['the newest of all', () => 'asOf(cursor: "1.1") { progressReports(first: 50) { nodes { state } } }'],
])('%s of a moment is found by an index', async (_name, field) => {
  const ways = await waysOf(`{ ${field()} }`);

  expect([...ways].filter((way) => !/^[a-z_]+_(idx\d*|versions)$/.test(way))).toEqual([]);
});
