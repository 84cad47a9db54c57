import type { ApiClient } from '../support/api-client';
import { mutate, mutated } from '../support/payload';
import { expectPoints, type RefusedPoints } from '../support/refused';
import { until } from '../support/until';
import { ReportingHouse } from './reporting-house';

let house: ReportingHouse;
let secretariat: ApiClient;
let programmeId: string;

beforeAll(async () => {
  house = await ReportingHouse.open();
  ({ secretariat } = house);
  programmeId = await one(`select 'pr_' || id as id from programme where code = '07-CTr/TU'`);
});

afterAll(() => house.close());

async function one(sql: string, values: readonly unknown[] = []): Promise<string> {
  return (await house.view.row<{ id: string }>(sql, values)).id;
}

const itemOf = (code: string) => one(`select 'wi_' || id as id from work_item where code = $1`, [code]);
const cycleOf = (period: string) => one(`select 'rc_' || id as id from reporting_cycle where period = $1`, [period]);

interface Expected {
  readonly state: string;
  readonly daysLate: number;
  readonly unit: { readonly code: string };
  readonly waiver: { readonly reason: string } | null;
}

async function expectedOf(code: string, period: string): Promise<Expected> {
  const { data } = await secretariat.ask<{ expectedReports: { nodes: readonly Expected[] } }>(
    `query ($code: String!, $period: Period!) { expectedReports(where: { workItem: { code: { eq: $code } }, cycle: { period: { eq: $period } } }) {
      nodes { state daysLate unit { code } waiver { reason } } } }`,
    { code, period },
  );
  return data.expectedReports.nodes[0]!;
}

/** A reporter of the unit that leads an item. */
async function reporterOf(code: string): Promise<ApiClient> {
  const unit = await one(
    'select u.code as id from work_item w join unit u on u.id = w.lead_unit_id where w.code = $1',
    [code],
  );
  return (await house.staffOf(unit)).reporter;
}

const report = async (code: string, period: string) => ({
  workItemId: await itemOf(code),
  period,
  percentComplete: 100,
  summary: 'Đã hoàn thành.',
});

test('a waived report is neither owed nor taken: the refusal says why and what else there is', async () => {
  const input = { workItemId: await itemOf('07-31'), reportingCycleId: await cycleOf('2023-Q3'), reason: 'Tạm dừng.' };
  expect(await expectedOf('07-31', '2023-Q3')).toMatchObject({ state: 'OVERDUE', daysLate: 55, waiver: null });
  const coverage = async () =>
    (
      await secretariat.ask<{ progressReports: { groupedAggregates: { coverage: { expected: number } }[] } }>(
        '{ progressReports(where: { period: { eq: "2023-Q3" } }) { groupedAggregates(by: [{ field: PERIOD }]) { coverage { expected } } } }',
      )
    ).data.progressReports.groupedAggregates[0]!.coverage.expected;
  const stale = async () =>
    (
      await secretariat.ask<{ workItem: { freshness: { isStale: boolean } } }>(
        '{ workItem(code: "07-31") { freshness { isStale } } }',
      )
    ).data.workItem.freshness.isStale;
  const before = await coverage();
  expect(await stale()).toBe(true);
  await mutated(secretariat, 'waiveReport', input, 'reportWaiver { id }');
  expect(await expectedOf('07-31', '2023-Q3')).toMatchObject({
    state: 'WAIVED',
    daysLate: 0,
    waiver: { reason: 'Tạm dừng.' },
  });
  expect(await coverage()).toBe(before - 1);
  expect(await stale()).toBe(false);
  const refused = await mutate(await reporterOf('07-31'), 'submitProgressReport', await report('07-31', '2023-Q3'));
  expect(refused.userErrors).toMatchObject([
    { code: 'CLOSED', path: ['input', 'period'], message: expect.stringContaining('Tạm dừng.') as unknown },
  ]);
  await expectPoints(house.view, secretariat, ['waiveReport', input, ['CONFLICT input.reportingCycleId']]);
});

test('a locked cycle that is opened again for an item takes its report, late and with the reason, and no other one', async () => {
  const reportingCycleId = await cycleOf('2023-Q2');
  const reporter = await reporterOf('07-04');
  const input = await report('07-04', '2023-Q2');
  const locked = await mutate(reporter, 'submitProgressReport', input);
  expect(locked.userErrors).toMatchObject([{ code: 'CLOSED' }]);
  const reopening = { reportingCycleId, workItemId: input.workItemId, until: '2023-11-20', reason: 'Bổ sung.' };
  await mutated(secretariat, 'reopenCycle', reopening, 'cycleReopening { id isInForce }');
  expect(await expectedOf('07-04', '2023-Q2')).toMatchObject({ state: 'OVERDUE' });
  const { data } = await secretariat.ask(
    '{ workItem(code: "07-04") { openCycles { period closesOn reopenedUntil } } }',
  );
  expect(data).toMatchObject({
    workItem: {
      openCycles: expect.arrayContaining([
        { period: '2023-Q2', closesOn: '2023-11-20', reopenedUntil: '2023-11-20' },
      ]) as unknown,
    },
  });
  const unexplained = await mutate(reporter, 'submitProgressReport', input);
  expect(unexplained.userErrors).toMatchObject([{ code: 'LATENESS_REASON_REQUIRED' }]);
  await mutated(reporter, 'submitProgressReport', { ...input, latenessReason: 'Nghiệm thu muộn.' });
  expect(await expectedOf('07-04', '2023-Q2')).toMatchObject({ state: 'RECEIVED', daysLate: 147 });
});

test('what was owed while another unit led an item stays with it', async () => {
  const before = await expectedOf('07-12', '2023-Q3');
  const unitId = await one(`select 'un_' || id as id from unit where code = 'so-nv'`);
  // what a unit that has ended leaves behind is handed over directly
  await one(
    `update unit set valid_to = '2023-11-13' where id = (select lead_unit_id from work_item where code = '07-12') returning id`,
  );
  await mutated(secretariat, 'assignLeadUnit', { workItemId: await itemOf('07-12'), unitId, reason: 'Phân công lại.' });
  expect((await expectedOf('07-12', '2023-Q3')).unit).toEqual(before.unit);
  expect((await expectedOf('07-12', '2023-Q4')).unit).toEqual({ code: 'so-nv' });
});

test('an extraordinary cycle has a period of its own', async () => {
  const input = {
    programmeId,
    title: 'Báo cáo đột xuất về giải ngân',
    period: '2023-11',
    opensOn: '2023-11-14',
    dueOn: '2023-11-24',
    closesOn: '2023-11-30',
  };
  const added = await mutated(
    secretariat,
    'addReportingCycle',
    { ...input, appliesTo: { kinds: ['SCHEME'] } },
    'reportingCycle { period title isExtraordinary rule { id } appliesTo { kinds appendices } isOpen }',
  );
  expect(added).toMatchObject({
    reportingCycle: {
      period: '2023-11',
      title: 'Báo cáo đột xuất về giải ngân',
      isExtraordinary: true,
      rule: null,
      appliesTo: { kinds: ['SCHEME'], appendices: [] },
      isOpen: true,
    },
  });
  // 07-02 is a scheme, 07-01 a project
  expect(await expectedOf('07-02', '2023-11')).toMatchObject({ state: 'OPEN' });
  expect(await expectedOf('07-01', '2023-11')).toBeUndefined();
  await expectPoints(house.view, secretariat, ['addReportingCycle', input, ['CONFLICT input.period']]);
});

const RULE = {
  kind: 'HALF_YEARLY',
  opensDaysBeforeEnd: 20,
  dueWorkingDays: 5,
  closesWorkingDays: 10,
  validFrom: '2024-01-01',
};

test('bad rules and exceptions are refused, every point at once', async () => {
  const refused: readonly RefusedPoints[] = [
    [
      'setReportingRule',
      {
        ...RULE,
        programmeId,
        opensDaysBeforeEnd: 2,
        dueWorkingDays: -5,
        closesWorkingDays: -1,
        validFrom: '1999-01-01',
      },
      ['INVALID input.dueWorkingDays', 'INVALID input.closesWorkingDays', 'INVALID input.validFrom'],
    ],
    [
      'setReportingRule',
      { ...RULE, programmeId, opensDaysBeforeEnd: 999, validTo: '2023-01-01' },
      ['INVALID input.opensDaysBeforeEnd', 'INVALID input.validTo'],
    ],
    ['setReportingRule', { ...RULE, programmeId, kind: 'QUARTERLY' }, ['CONFLICT input.validFrom']],
    ['setReportingRule', { ...RULE, programmeId: await itemOf('07-01') }, ['NOT_FOUND input.programmeId']],
    [
      'addReportingCycle',
      {
        programmeId,
        title: 'x',
        period: '2023-12',
        opensOn: '2023-11-01',
        dueOn: '2023-10-30',
        closesOn: '2023-10-01',
      },
      ['INVALID input.opensOn', 'INVALID input.dueOn', 'INVALID input.closesOn', 'INVALID input.dueOn'],
    ],
    [
      'reopenCycle',
      {
        reportingCycleId: await cycleOf('2023-Q4'),
        workItemId: await itemOf('07-02'),
        until: '2023-11-20',
        reason: 'x',
      },
      ['CONFLICT input.reportingCycleId'],
    ],
    [
      'reopenCycle',
      {
        reportingCycleId: await cycleOf('2023-Q2'),
        workItemId: await itemOf('07-02'),
        until: '2025-11-20',
        reason: 'x',
      },
      ['INVALID input.until'],
    ],
    [
      'reopenCycle',
      { reportingCycleId: await cycleOf('2023-Q2'), until: '2023-11-20', reason: 'x' },
      ['INVALID input.unitId'],
    ],
    [
      'waiveReport',
      { reportingCycleId: await cycleOf('2022-11'), workItemId: await itemOf('07-01'), reason: 'x' },
      ['INVALID input.reportingCycleId'],
    ],
    [
      'waiveReport',
      { reportingCycleId: await cycleOf('2022-Q1'), workItemId: await itemOf('07-01'), reason: 'x' },
      ['CONFLICT input.reportingCycleId'],
    ],
  ];
  for (const given of refused) await expectPoints(house.view, secretariat, given);
});

test('a rule that ends takes back what has not opened', async () => {
  const { reportingRule } = await mutated<{ reportingRule: { id: string } }>(
    secretariat,
    'setReportingRule',
    { ...RULE, programmeId, kind: 'YEARLY', validFrom: '2023-01-01' },
    'reportingRule { id }',
  );
  // made by a job: what has not opened goes again, what has opened would stay
  await until(
    () => house.view.rows(`select from reporting_cycle where 'rr_' || rule_id = $1`, [reportingRule.id]),
    ({ length }) => length === 2,
  );
  const ended = await mutated(
    secretariat,
    'endReportingRule',
    { reportingRuleId: reportingRule.id, validTo: '2023-12-31' },
    'reportingRule { validTo }',
  );
  expect(ended).toMatchObject({ reportingRule: { validTo: '2023-12-31' } });
  const left = await house.view.rows<object>(`select period from reporting_cycle where 'rr_' || rule_id = $1`, [
    reportingRule.id,
  ]);
  expect(left).toEqual([{ period: '2023' }]);
  await expectPoints(house.view, secretariat, [
    'endReportingRule',
    { reportingRuleId: reportingRule.id, validTo: '2024-12-31' },
    ['CONFLICT input.validTo'],
  ]);
});
