import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** What a query answers as of a moment; `moment` is a time, in milliseconds or as text. */
async function asOf<Data>(moment: string | number, selection: string): Promise<Data> {
  const at = new Date(moment).toISOString();
  const { data, errors } = await secretariat.ask<{ asOf: Data }>(
    `query ($at: DateTime!) { asOf(at: $at) { ${selection} } }`,
    {
      at,
    },
  );
  expect(errors).toBeUndefined();
  return data.asOf;
}

interface Items {
  readonly workItems: {
    readonly aggregates: { readonly percentComplete: { readonly avg: number } };
    readonly nodes: readonly {
      readonly code: string;
      readonly percentComplete: number;
      readonly progressReports: { readonly nodes: readonly { readonly percentComplete: number }[] };
    }[];
  };
}

const ITEMS = `workItems(first: 100, where: { isSample: { eq: true } }) { aggregates { percentComplete { avg } } nodes { code percentComplete
  progressReports(first: 1, where: { state: { eq: ACCEPTED }, supersededAt: { eq: null } }, orderBy: [{ period: DESC }]) { nodes { percentComplete } } } }`;

test('the work of any day since the first quarter can be read, and stands by what was accepted then', async () => {
  const averages: number[] = [];
  for (const day of ['2021-08-02', '2021-12-31', '2022-06-30', '2022-12-31', '2023-06-30', '2023-11-13']) {
    const { workItems } = await asOf<Items>(`${day}T12:00:00+07:00`, ITEMS);
    expect(workItems.nodes).toHaveLength(32);
    for (const { code, percentComplete, progressReports } of workItems.nodes) {
      expect([day, code, percentComplete]).toEqual([day, code, progressReports.nodes[0]?.percentComplete ?? 0]);
    }
    averages.push(workItems.aggregates.percentComplete.avg);
  }
  expect(averages[0]).toBe(0);
  expect(averages).toEqual([...new Set(averages)].sort((one, other) => one - other));
});

test('each step of a report is seen from its moment on', async () => {
  const { id, submitted, approved, accepted } = await view.row<
    Record<'id' | 'submitted' | 'approved' | 'accepted', string>
  >(
    `select 'rp_' || id as id, extract(epoch from submitted_at) * 1000 as submitted, extract(epoch from unit_approved_at) * 1000 as approved,
       extract(epoch from accepted_at) * 1000 as accepted
     from progress_report where state = 'ACCEPTED' and submitted_at > '2022-01-01' order by submitted_at limit 1`,
  );
  const seen: unknown[] = [];
  for (const [moment, after] of [
    [submitted, -1],
    [submitted, 0],
    [approved, -1],
    [approved, 0],
    [accepted, -1],
    [accepted, 0],
  ] as const) {
    const { node } = await asOf<{ node: { state: string } | null }>(
      Number(moment) + after,
      `node(id: "${id}") { ... on ProgressReport { state } }`,
    );
    seen.push(node?.state ?? null);
  }
  expect(seen).toEqual([null, 'SUBMITTED', 'SUBMITTED', 'UNIT_APPROVED', 'UNIT_APPROVED', 'ACCEPTED']);
});

test('so is each step of a paper', async () => {
  const PAPER = 'document(code: "07-M-KT") { state submittedOn steps { kind } }';
  const papers: unknown[] = [];
  for (const day of ['2023-10-15', '2023-10-17', '2023-11-07', '2023-11-09', '2023-11-11']) {
    const { document } = await asOf<{
      document: { state: string; submittedOn: string; steps: object[] } | null;
    }>(`${day}T12:00:00+07:00`, PAPER);
    papers.push(document === null ? null : [document.state, document.submittedOn, document.steps.length]);
  }
  expect(papers).toEqual([
    null,
    ['DRAFTING', null, 1],
    ['FINALISED', null, 2],
    ['SUBMITTED', '2023-11-08', 3],
    ['SUBMITTED', '2023-11-08', 4],
  ]);
});

test('a draft was begun, then written on; it is its unit’s in the past, too', async () => {
  const reporter = await program.as('reporter');
  const query = `query ($at: DateTime!) { asOf(at: $at) { progressReportDrafts { nodes { percentComplete summary version workItem { code } } } } }`;
  const draftsAt = async (day: string, client = reporter) =>
    (
      await client.ask<{ asOf: { progressReportDrafts: { nodes: object[] } } }>(query, {
        at: `${day}T23:00:00+07:00`,
      })
    ).data.asOf.progressReportDrafts.nodes;
  const draft = { percentComplete: 50, workItem: { code: '07-12' } };
  expect(await draftsAt('2023-11-08')).toEqual([]);
  expect(await draftsAt('2023-11-09')).toEqual([{ ...draft, summary: null, version: 1 }]);
  expect(await draftsAt('2023-11-13')).toEqual([
    { ...draft, summary: expect.stringContaining('02 nền tảng') as string, version: 2 },
  ]);
  expect(await draftsAt('2023-11-13', secretariat)).toEqual([]);
});

test('before the first quarter there is nothing, and the log begins with its first event', async () => {
  const { errors } = await secretariat.ask('{ asOf(at: "2021-07-31T12:00:00Z") { __typename } }');
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(await asOf('2023-11-13T12:00:00Z', 'events { totalCount }')).toEqual({ events: { totalCount: 0 } });
});

test('what changed between two days of the past can be asked by the ids of then', async () => {
  const cursors: string[] = [];
  for (const day of ['2023-03-01', '2023-09-30']) {
    const { workItem } = await asOf<{ workItem: { id: string } }>(
      `${day}T12:00:00+07:00`,
      'workItem(code: "07-01") { id }',
    );
    cursors.push(workItem.id.split('@')[1]!);
  }
  const [from, to] = cursors;
  const { data } = await secretariat.ask<{ changes: { code: string; fields: { name: string }[] }[] }>(
    `query ($from: Cursor!, $to: Cursor!) { changes(of: WorkItem, from: $from, to: $to) { code kind fields { name before after } } }`,
    { from, to },
  );
  expect(data.changes.find(({ code }) => code === '07-01')).toEqual({
    code: '07-01',
    kind: 'CHANGED',
    fields: [{ name: 'percentComplete', before: 45, after: 62 }],
  });
});
