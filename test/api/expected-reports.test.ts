import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
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

const ROWS = `query { expectedReports(where: { workItem: { code: { eq: "07-01" } } }, first: 50) { totalCount nodes {
  id dueOn state isLate daysLate unit { code } cycle { period } workItem { code } report { id } waiver { reason } } } }`;

test('what is owed is a list: one row for each item and each of its cycles', async () => {
  const { data, errors } = await secretariat.ask<{
    expectedReports: { nodes: { cycle: { period: string }; id: string }[] };
  }>(ROWS);
  expect(errors).toBeUndefined();
  const rows = data.expectedReports.nodes;
  expect(rows.find(({ cycle }) => cycle.period === '2023-Q4')).toMatchObject({
    dueOn: '2023-12-20',
    state: 'OPEN',
    isLate: false,
    daysLate: 0,
    report: null,
    waiver: null,
  });
  const node = await secretariat.ask(
    'query ($id: ID!) { node(id: $id) { id ... on ExpectedReport { cycle { period } } } }',
    { id: rows[0]!.id },
  );
  expect(node.data).toEqual({ node: { id: rows[0]!.id, cycle: { period: rows[0]!.cycle.period } } });
});

test('it adds up and groups as every list does, now and as of a moment', async () => {
  const { data, errors } = await secretariat.ask(
    `{ expectedReports { groupedAggregates(by: [{ field: STATE }]) { keys { value label } count daysLate { max } } }
       asOf(at: "2022-06-30T17:00:00+07:00") { expectedReports(where: { workItem: { code: { eq: "07-01" } }, state: { ne: NOT_YET_OPEN } }, orderBy: [{ dueOn: ASC }]) { nodes { state isLate cycle { period } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toBeTruthy();
});

test('a waived report is none', async () => {
  const { data } = await secretariat.ask<{ workItem: { id: string }; reportingCycles: { nodes: { id: string }[] } }>(
    '{ workItem(code: "07-02") { id } reportingCycles(where: { period: { eq: "2023-Q4" } }) { nodes { id } } }',
  );
  const input = {
    workItemId: data.workItem.id,
    reportingCycleId: data.reportingCycles.nodes[0]!.id,
    reason: 'Tạm dừng theo kết luận',
  };
  const answer = await mutated(
    secretariat,
    'waiveReport',
    input,
    'reportWaiver { reason waivedOn workItem { code } cycle { period } }',
  );
  expect(answer).toMatchObject({ reportWaiver: { reason: 'Tạm dừng theo kết luận', waivedOn: '2023-11-14' } });
});
