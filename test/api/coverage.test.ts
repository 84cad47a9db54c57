import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { done, SUBMIT } from '../support/report-operations';
import { workItemId } from '../support/report-steps';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
/** Who reads less than everything: the analyst, a room, people of a unit that leads nothing here. */
let others: ApiClient[];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  const display = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  others = [await program.as('analyst'), display.client, await program.as('other.reporter')];
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Group {
  readonly keys: readonly { readonly value: string }[];
  readonly coverage: { readonly expected: number; readonly received: number; readonly approved: number } | null;
}

async function groups(client: ApiClient, where: string, by: string): Promise<Record<string, Group['coverage']>> {
  const { data, errors } = await client.ask<{ progressReports: { groupedAggregates: Group[] } }>(
    `{ progressReports(where: ${where}) { groupedAggregates(by: [${by}], first: 500) {
      keys { value } coverage { expected received approved } } } }`,
  );
  expect(errors).toBeUndefined();
  const found = data.progressReports.groupedAggregates.map(
    ({ keys, coverage }) => [keys.map(({ value }) => value).join(' '), coverage] as const,
  );
  // a group of rows that nobody was to send is only there for those who read them
  return Object.fromEntries(found.filter(([, coverage]) => coverage === null || coverage.expected > 0));
}

const BY_PERIOD = '{ field: PERIOD }';

describe('how many reports came is one figure for everybody, whatever they may read of them', () => {
  test.each([
    ['of a quarter', '{ period: { eq: "2023-Q4" } }', BY_PERIOD],
    ['of all quarters', '{}', BY_PERIOD],
    ['by unit', '{ period: { in: ["2023-Q3", "2023-Q4"] } }', '{ field: PERIOD }, { field: UNIT }'],
    ['by item', '{}', '{ field: WORK_ITEM }'],
    ['of a unit', '{ unit: { code: { eq: "so-tttt" } } }', BY_PERIOD],
    ['that wait', '{ state: { in: [SUBMITTED, UNIT_APPROVED] } }', BY_PERIOD],
    ['that came late', '{ and: [{ period: { eq: "2023-Q3" } }, { isLate: { eq: true } }] }', BY_PERIOD],
  ])('%s', async (_name, where, by) => {
    const all = await groups(secretariat, where, by);
    expect(Object.keys(all).length).toBeGreaterThan(0);
    for (const client of others) expect(await groups(client, where, by)).toEqual(all);
  });

  test('it counts what waits for a reviewer', async () => {
    const reporter = await program.as('reporter');
    const [analyst] = others;
    const where = '{ workItem: { code: { eq: "07-12" } }, period: { eq: "2023-Q4" } }';
    await view.rows(`delete from progress_report r using work_item w
      where w.id = r.work_item_id and w.code = '07-12' and r.period = '2023-Q4'`);
    expect(await groups(analyst!, where, BY_PERIOD)).toEqual({ '2023-Q4': { expected: 1, received: 0, approved: 0 } });
    await done(reporter, SUBMIT, {
      workItemId: await workItemId(reporter, '07-12'),
      period: '2023-Q4',
      percentComplete: 99,
      summary: 'Đã hoàn thành phần việc của quý.',
    });
    expect(await groups(analyst!, where, BY_PERIOD)).toEqual({ '2023-Q4': { expected: 1, received: 1, approved: 0 } });
  });
});

describe('what reports say that somebody may not read is not told by counting them', () => {
  test.each([
    ['their words', '{ summary: { contains: "phần việc" } }'],
    ['their percentage', '{ percentComplete: { gt: 50 } }'],
    ['words under a condition', '{ or: [{ isLate: { eq: true } }, { not: { summary: { contains: "x" } } }] }'],
    ['who sent them', '{ submittedBy: { displayName: { contains: "mẫu" } } }'],
  ])('%s', async (_name, where) => {
    const all = await groups(secretariat, where, BY_PERIOD);
    expect(Object.values(all).every((coverage) => coverage !== null)).toBe(true);
    for (const client of others) {
      expect(Object.values(await groups(client, where, BY_PERIOD)).every((coverage) => coverage === null)).toBe(true);
    }
  });
});

test('conditions in a list count as those beside one another', async () => {
  const beside = await groups(secretariat, '{ period: { eq: "2023-Q3" }, state: { eq: ACCEPTED } }', BY_PERIOD);
  const listed = await groups(
    secretariat,
    '{ and: [{ period: { eq: "2023-Q3" } }, { state: { eq: ACCEPTED } }] }',
    BY_PERIOD,
  );
  expect(listed).toEqual(beside);
  expect(Object.keys(beside)).toEqual(['2023-Q3']);
});
