import { Client } from 'pg';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { startTestProgram } from '../support/program';
import { APPROVE, done, SUBMIT } from '../support/report-operations';
import { DEMO_TEMPLATE } from '../support/test-server';
import { itemOf } from '../support/work-item';

/** What somebody may have told a database: all of it changes texts, meaning or time-outs of sessions that do not say otherwise. */
const FOREIGN: Readonly<Record<string, string>> = {
  datestyle: `'SQL, DMY'`,
  intervalstyle: 'iso_8601',
  bytea_output: 'escape',
  extra_float_digits: '-15',
  timezone: `'Asia/Tokyo'`,
  xmlbinary: 'hex',
  search_path: '"$user", pg_catalog',
  standard_conforming_strings: 'off',
  transform_null_equals: 'on',
  array_nulls: 'off',
  default_transaction_isolation: 'serializable',
  default_transaction_read_only: 'on',
  default_transaction_deferrable: 'on',
  statement_timeout: '1',
  lock_timeout: '1',
  idle_in_transaction_session_timeout: '1',
  idle_session_timeout: '1',
  exit_on_error: 'on',
};

async function told(target: TestTarget, settings: Readonly<Record<string, string>>): Promise<void> {
  const client = new Client({ ...target, database: 'postgres' });
  await client.connect();
  for (const [name, value] of Object.entries(settings)) {
    await client.query(`alter database ${target.database} set ${name} = ${value}`);
  }
  await client.end();
}

/** Walks one report from its form to the figures, and reads what came of it in every form that a value has. */
async function walk(settings: Readonly<Record<string, string>>): Promise<object> {
  const { target, drop } = await cloneDatabase(DEMO_TEMPLATE);
  await told(target, settings);
  const program = await startTestProgram({ target });
  const reporter = await program.as('reporter');
  const { id: workItemId } = await itemOf(reporter, '07-01');
  const input = { workItemId, period: '2023-Q4', percentComplete: 71.35, summary: 'Đã xong \\ một phần.' };
  const submitted = await done(reporter, SUBMIT, { ...input, idempotencyKey: 'walk' });
  const progressReportId = submitted.progressReport.id;
  await done(await program.as('approver'), APPROVE, { progressReportId });
  await done(await program.as('secretariat'), APPROVE, { progressReportId });
  const inspector = await program.as('inspector');
  const { data, errors } = await inspector.ask(
    `query ($id: ID!) {
      workItem(code: "07-01") { percentComplete plannedPercent health daysLate startsOn dueOn openCycle { period dueOn } statutoryClass }
      node(id: $id) { ... on ProgressReport { state percentComplete isLate summary period } }
      workItems(orderBy: [{ dueOn: ASC }], first: 40) { totalCount nodes { code dueOn percentComplete health daysLate leadUnit { name } } }
      targets(first: 50) { nodes { number dueOn value health latestMeasurement { period value } } }
      progressReports(where: { period: { eq: "2023-Q3" } }, first: 100) { nodes { isLate percentComplete state } }
      asOf(at: "2022-06-30T17:00:00+07:00") { workItems(first: 40) { nodes { code percentComplete health } } }
      events(where: { type: { startsWith: "PROGRESS_REPORT_" } }, first: 20) { nodes { type data } } }`,
    { id: progressReportId },
  );
  expect(errors).toBeUndefined();
  await program.close();
  await drop();
  const code = submitted.receipt!.code;
  return JSON.parse(JSON.stringify(data).replaceAll(code, 'receipt')) as object;
}

test('a database that was told otherwise gives the same answers, writes and numbers', async () => {
  const usual = await walk({});
  const foreign = await walk(FOREIGN);
  expect(foreign).toEqual(usual);
  expect(usual).toMatchObject({ node: { state: 'ACCEPTED', percentComplete: 71.35, isLate: false } });
});

test('an address that names options of its own does not take the place of ours', async () => {
  const { target, drop } = await cloneDatabase(DEMO_TEMPLATE);
  const address = `postgresql://${target.user}@${encodeURIComponent(target.host)}:${target.port}/${target.database}`;
  const options = encodeURIComponent('-c datestyle=SQL,DMY -c application_name=of-theirs -c geqo=off');
  const program = await startTestProgram({ target, environment: { DATABASE_URL: `${address}?options=${options}` } });
  const { data } = await (await program.as('analyst')).ask('{ workItem(code: "07-01") { startsOn health } }');
  expect(data).toMatchObject({ workItem: { startsOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string } });
  await program.close();
  await drop();
});

test('a database without triggers is refused at the start, since no history would be kept', async () => {
  const { target, drop } = await cloneDatabase(DEMO_TEMPLATE);
  await told(target, { session_replication_role: 'replica' });
  await expect(startTestProgram({ target })).rejects.toThrow(/session_replication_role is replica/);
  const view = await DatabaseView.open(target);
  await view.close();
  await drop();
});
