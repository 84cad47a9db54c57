import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse } from 'graphql';
import { Database } from '../../src/platform/database/database';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram, type DemoName } from '../support/program';
import { sized } from '../support/size';

const OPERATIONS = join(__dirname, '..', '..', 'schema', 'operations');

/** Tables that grow with the years. */
const GROWING = /^(progress_report|event_log|measurement|access_token)(_\d+|_history)?$/;

/** Questions on all rows that there are: whoever asks them reads them all. */
const OF_ALL_ROWS: readonly string[] = ['TargetsAgainstTrajectory'];

const VARIABLES: Readonly<Record<string, object>> = {
  ProgrammeDocument: { code: 'D-185' },
  ScreenOverview: { programme: '07-CTr/TU', items: ['07-01', '07-02', '07-03'] },
  ProgrammeTargets: { programme: '07-CTr/TU' },
  ProgrammeWork: { programme: '07-CTr/TU' },
  ProgrammeDocuments: { programme: '07-CTr/TU' },
  MeasurementForm: { programme: '07-CTr/TU' },
  ReportForm: { code: '07-01' },
  ReportOutcome: { code: 'none' },
};

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  await growTables();
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Years of rows, so that the planner has a reason to use an index. */
async function growTables(): Promise<void> {
  await view.rows(
    `insert into progress_report (receipt_code, work_item_id, cycle_id, period, unit_id, state, percent_complete, summary, is_late,
       submitted_by_id, submitted_at, milestone_ids, superseded_at, changed_at, version)
     select 'R' || n, i.id, c.id, c.period, i.lead_unit_id, case when n % 3 = 0 then 'RETURNED' else 'ACCEPTED' end, n % 100, 'Báo cáo ' || n, n % 5 = 0,
       (select id from account limit 1), timestamptz '2019-01-01' + n * interval '1 hour', '{}', now(), timestamptz '2019-01-01' + n * interval '1 hour', 1
     from generate_series(1, 20000) n
     join (select *, row_number() over (order by code) - 1 as nth from work_item) i on i.nth = n % 32
     join lateral (select * from reporting_cycle order by ends_on limit 1 offset n % 10) c on true`,
  );
  await view.rows(
    `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at, source_citations)
     select i.id, '2019-01', date '2010-01-01' + (n / 10)::integer, n, 'ACCEPTED', timestamptz '2019-01-01' + n * interval '1 hour', '{}'
     from generate_series(1, 5000) n join (select *, row_number() over (order by code) - 1 as nth from indicator) i
       on i.nth = n % (select count(*) from indicator)`,
  );
  await view.rows(
    `insert into outbox (type, occurred_at, audience, tags, data) select 'MADE', '2023-11-14', 'EVERYONE', '{}', '{}' from generate_series(1, 5000)`,
  );
  for (let batch = 0; batch < 5; batch++) await view.rows('select count(*) from sequence_events()');
  await view.rows('analyze');
}

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly isExpensive: boolean;
  readonly database: Database;
}

/** The statements that a query took, its sign-in check not counted, nor what the program does by itself: the log's poll, jobs, summaries. */
async function statementsOf(name: DemoName, query: string, variables: object): Promise<Asked[]> {
  const client = await program.as(name);
  // what is asked for the first time may be prepared and checked; what counts is how it is answered
  const plain = jest.spyOn(Database.prototype, 'query');
  const asked: Asked[] = [];
  const { read } = Database.prototype;
  const prepared = jest.spyOn(Database.prototype, 'read').mockImplementation(function (
    this: Database,
    turn,
    statement,
  ) {
    return read.call<Database, Parameters<typeof read>, Promise<never[]>>(this, turn, () => {
      const sent = statement();
      asked.push({ ...sent, isExpensive: turn.isExpensive, database: this });
      return sent;
    });
  });
  try {
    const answer = await client.ask(query, variables);
    expect(answer.errors).toBeUndefined();
    const database = (prepared.mock.contexts[0] ?? plain.mock.contexts[0]) as Database;
    const others = plain.mock.calls.filter(
      ([text]) => !/access_token|from log_head|sequence_events|graphile_worker|as more$/.test(text),
    );
    return [...others.map(([text, values = []]) => ({ text, values, isExpensive: false, database })), ...asked];
  } finally {
    plain.mockRestore();
    prepared.mockRestore();
  }
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

function scansOf(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

/** Growing tables that a statement would read from end to end. */
async function growingTablesScanned(asked: Asked): Promise<string[]> {
  const [{ Plan: plan }] = (await asked.database.explain(asked)) as [{ Plan: PlanNode }];
  return scansOf(plan).filter((table) => GROWING.test(table));
}

/** Queries of the files of a folder: name and text. */
function queriesIn(folder: string): [name: string, text: string][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => {
      const own = readFileSync(join(folder, file), 'utf8');
      const text = own.includes('...QueuedReport') ? own + QUEUED_REPORT : own;
      const operations = parse(text).definitions.filter(
        (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
      );
      return operations
        .filter((operation) => operation.operation === OperationTypeNode.QUERY)
        .map((operation): [string, string] => [operation.name!.value, text]);
    });
}

const QUEUED_REPORT = readFileSync(join(OPERATIONS, 'queued-report.graphql'), 'utf8');
const QUERIES = [...queriesIn(OPERATIONS), ...queriesIn(join(OPERATIONS, 'analysis'))];
const ROLES: readonly DemoName[] = sized(
  ['secretariat', 'reporter'],
  ['secretariat', 'analyst', 'reporter', 'member', 'inspector'],
);

test('there are queries to look at', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(20);
});

describe.each(ROLES)('asked by %s', (role) => {
  test.each(QUERIES)('%s is one statement', async (name, text) => {
    expect(await statementsOf(role, text, VARIABLES[name] ?? {})).toHaveLength(1);
  });
});

test.each(QUERIES)('%s reads no growing table from end to end', async (name, text) => {
  if (OF_ALL_ROWS.includes(name)) return;
  for (const role of ROLES) {
    const [statement] = await statementsOf(role, `${text}\n# once more: ${role}`, VARIABLES[name] ?? {});
    expect([role, await growingTablesScanned(statement!)]).toEqual([role, []]);
  }
});
