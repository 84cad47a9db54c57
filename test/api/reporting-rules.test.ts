import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let programmeId: string;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  ({ id: programmeId } = await view.row<{ id: string }>(
    `select 'pr_' || id as id from programme where code = '07-CTr/TU'`,
  ));
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const MONTHLY = {
  kind: 'MONTHLY',
  opensDaysBeforeEnd: 5,
  dueWorkingDays: 5,
  closesWorkingDays: 10,
  validFrom: '2023-11-01',
};

const CYCLES = `query ($programme: ID!) {
  node(id: $programme) { ... on Programme { reportingCycles(where: { rule: { kind: { eq: MONTHLY } } }, orderBy: [{ endsOn: ASC }]) {
    nodes { period opensOn dueOn closesOn isExtraordinary workingDaysKnownUntil appliesTo { kinds appendices } rule { kind } } } } }
}`;

interface Cycles {
  readonly node: { readonly reportingCycles: { readonly nodes: readonly { readonly period: string }[] } };
}

async function monthlyCycles(): Promise<readonly { readonly period: string }[]> {
  const { data } = await secretariat.ask<Cycles>(CYCLES, { programme: programmeId });
  return data.node.reportingCycles.nodes;
}

test('a rule makes the running cycle and the next one, dated by working days', async () => {
  const { reportingRule } = await mutated<{ reportingRule: object }>(
    secretariat,
    'setReportingRule',
    { ...MONTHLY, programmeId },
    'reportingRule { kind validFrom validTo appliesTo { kinds appendices } programme { code } }',
  );
  expect(reportingRule).toEqual({
    kind: 'MONTHLY',
    validFrom: '2023-11-01',
    validTo: null,
    appliesTo: { kinds: [], appendices: [] },
    programme: { code: '07-CTr/TU' },
  });
  const made = await until(monthlyCycles, ({ length }) => length > 0);
  const shared = {
    isExtraordinary: false,
    workingDaysKnownUntil: null,
    appliesTo: { kinds: [], appendices: [] },
    rule: { kind: 'MONTHLY' },
  };
  expect(made).toEqual([
    { ...shared, period: '2023-11', opensOn: '2023-11-25', dueOn: '2023-12-07', closesOn: '2023-12-21' },
    { ...shared, period: '2023-12', opensOn: '2023-12-26', dueOn: '2024-01-08', closesOn: '2024-01-22' },
  ]);
});
