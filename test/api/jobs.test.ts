import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeJob } from '../support/made/made-job';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';
import { until } from '../support/until';

let program: TestProgram;
let view: DatabaseView;
let administrator: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  administrator = await program.as('admin');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Task {
  readonly name: string;
  readonly doneCount: number;
  readonly failedCount: number;
  readonly waiting: number;
  readonly failed: number;
  readonly lastFailure: string | null;
  readonly lastDoneAt: string | null;
  readonly lastEndedAt: string | null;
  readonly lastDurationMs: number | null;
}

async function taskNamed(name: string): Promise<Task | undefined> {
  const { data } = await administrator.ask<{ jobTasks: { nodes: Task[] } }>(
    `query ($name: String!) { jobTasks(where: { name: { eq: $name } }) {
      nodes { name doneCount failedCount waiting failed lastFailure lastDoneAt lastEndedAt lastDurationMs } } }`,
    { name },
  );
  return data.jobTasks.nodes[0];
}

test('jobs that are done leave the queue; that they were done is told by their name, on the programme’s clock', async () => {
  const task = await until(
    () => taskNamed('makeReportingCycles'),
    (found) => found !== undefined && found.doneCount > 0 && found.waiting === 0,
  );
  expect(task).toMatchObject({ failedCount: 0, failed: 0, lastFailure: null });
  expect(task!.lastDoneAt).toMatch(/^2023-11-14T/);
  expect(task!.lastEndedAt).toBe(task!.lastDoneAt);
  expect(task!.lastDurationMs).toBeGreaterThanOrEqual(0);
});

test('what waits, is tried again and has failed for good stands in the list, filtered and counted like others, with no word of the inside', async () => {
  const [waiting, retrying, failed] = [
    await makeJob(view, { name: 'listed' }),
    await makeJob(view, { name: 'listed', failure: 'DATABASE_BUSY' }),
    await makeJob(view, { name: 'listed', failure: 'duplicate key: insert into secret_table', givenUp: true }),
  ];
  const { data } = await administrator.ask(
    `{ jobs(where: { name: { eq: "listed" } }, orderBy: [{ attempts: ASC }]) {
        nodes { id state attempts maxAttempts lastFailure task { name } }
        groupedAggregates(by: [{ field: STATE }]) { keys { value } count } }
      failed: jobs(where: { state: { eq: FAILED }, name: { eq: "listed" } }) { totalCount nodes { id } } }`,
  );
  const shared = { maxAttempts: 25, task: null };
  expect(data).toEqual({
    jobs: {
      nodes: [
        { ...shared, id: waiting, state: 'WAITING', attempts: 0, lastFailure: null },
        { ...shared, id: retrying, state: 'RETRYING', attempts: 3, lastFailure: 'DATABASE_BUSY' },
        { ...shared, id: failed, state: 'FAILED', attempts: 25, lastFailure: 'UNEXPECTED' },
      ],
      groupedAggregates: expect.arrayContaining(
        ['WAITING', 'RETRYING', 'FAILED'].map((value) => ({ keys: [{ value }], count: 1 })),
      ) as object,
    },
    failed: { totalCount: 1, nodes: [{ id: failed }] },
  });
});

test('the queue is of the present alone: a moment of the past has no jobs', async () => {
  await makeJob(view, { name: 'present' });
  const { data } = await administrator.ask<{ jobs: { totalCount: number }; asOf: { jobs: object; jobTasks: object } }>(
    `{ jobs { totalCount } asOf(at: "2023-11-14T07:00:00+07:00") { jobs { totalCount } jobTasks { totalCount } } }`,
  );
  expect(data.jobs.totalCount).toBeGreaterThan(0);
  expect(data.asOf).toEqual({ jobs: { totalCount: 0 }, jobTasks: { totalCount: 0 } });
});

test('a job that fails is named by its kind, leads back to its event, and once retried for good is done', async () => {
  // nobody may write the cycles, so that the job cannot
  await view.rows(`create function no_cycles() returns trigger language plpgsql as $$ begin raise exception 'inside'; end $$;
    create trigger no_cycles before insert on reporting_cycle execute function no_cycles()`);
  const secretariat = await program.as('secretariat');
  const { id: programmeId } = await view.row<{ id: string }>(
    `select 'pr_' || id as id from programme where code = '07-CTr/TU'`,
  );
  await mutated(
    secretariat,
    'setReportingRule',
    {
      programmeId,
      kind: 'MONTHLY',
      opensDaysBeforeEnd: 5,
      dueWorkingDays: 5,
      closesWorkingDays: 10,
      validFrom: '2023-11-01',
    },
    'reportingRule { kind }',
  );
  const FAILED = `{ jobs(where: { name: { eq: "makeReportingCycles" }, state: { in: [RETRYING] } }) {
    nodes { id lastFailure attempts key ground { type cursor } task { failedCount lastFailure failed } } } }`;
  interface Failed {
    readonly jobs: { readonly nodes: readonly { id: string; key: string; ground: { cursor: string } }[] };
  }
  const found = await until(
    async () => (await administrator.ask<Failed>(FAILED)).data.jobs.nodes,
    ({ length }) => length > 0,
  );
  expect(found[0]).toMatchObject({
    lastFailure: 'DATABASE_REFUSED',
    ground: { type: 'REPORTING_RULE_SET' },
    key: `makeReportingCycles ${found[0]!.ground.cursor}`,
    task: { lastFailure: 'DATABASE_REFUSED', failed: 1 },
  });
  expect(await (await fetch(`${program.url}/metrics`)).text()).toMatch(
    /^tiendo_jobs_failed\{job="makeReportingCycles"\} 1$/m,
  );
  await view.rows('drop function no_cycles cascade');
  await view.rows(
    `update graphile_worker._private_jobs set attempts = max_attempts, run_at = now() + interval '1 hour'`,
  );
  const input = { jobId: found[0]!.id, idempotencyKey: 'again' };
  const first = await mutated<{ cursor: string }>(administrator, 'retryJob', input, 'cursor');
  await until(
    () => taskNamed('makeReportingCycles'),
    (task) => task!.failed === 0 && task!.waiting === 0,
  );
  // a retry of the mutation gets the first answer, though the job is gone
  expect((await mutated<{ cursor: string }>(administrator, 'retryJob', input, 'cursor')).cursor).toBe(first.cursor);
  const { data } = await administrator.ask<{ events: { nodes: object[] } }>(
    '{ events(where: { type: { eq: "JOB_RETRIED" } }) { nodes { data actor { displayName } } } }',
  );
  expect(data.events.nodes).toMatchObject([{ data: { name: 'makeReportingCycles', attempts: 25 } }]);
});

test('what waits, runs or is not there is not retried, and nobody but administrators retries', async () => {
  const refused = (jobId: string, point: string, client = administrator) =>
    expectPoints(view, client, ['retryJob', { jobId }, [point]]);
  await refused(await makeJob(view), 'CONFLICT input.jobId');
  await refused('jb_00000000-0000-4000-8000-000000000000', 'NOT_FOUND input.jobId');
  const running = await makeJob(view, { failure: 'DATABASE_BUSY' });
  await view.rows(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'another'
    where 'jb_' || md5('job ' || id)::uuid = '${running}'`);
  await refused(running, 'CONFLICT input.jobId');
  await refused(running, 'FORBIDDEN input.jobId', await program.as('secretariat'));
});
