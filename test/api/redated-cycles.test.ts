import { mutated } from '../support/payload';
import { until } from '../support/until';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let programmeId: string;

beforeAll(async () => {
  house = await WorkHouse.open();
  ({ id: programmeId } = await house.view.row<{ id: string }>(
    `select 'pr_' || id as id from programme where code = '07-CTr/TU'`,
  ));
  const rule = { kind: 'MONTHLY', opensDaysBeforeEnd: 5, dueWorkingDays: 5, closesWorkingDays: 10 };
  await mutated(house.secretariat, 'setReportingRule', { ...rule, programmeId, validFrom: '2023-11-01' }, '');
  const decided = { period: '2023-H2', opensOn: '2023-12-20', dueOn: '2024-01-05', closesOn: '2024-01-15' };
  await mutated(house.secretariat, 'addReportingCycle', { ...decided, title: 'Đột xuất', programmeId }, '');
  await until(cycles, (found) => found.has('2023-12'));
});

afterAll(() => house.close());

interface Dates {
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closesOn: string;
}

async function cycles(): Promise<ReadonlyMap<string, Dates>> {
  const { data } = await house.secretariat.ask<{ reportingCycles: { nodes: Dates[] } }>(
    '{ reportingCycles(first: 100) { nodes { period opensOn dueOn closesOn } } }',
  );
  return new Map(data.reportingCycles.nodes.map((cycle) => [cycle.period, cycle]));
}

/** Sets one day, or lets it follow its weekday again. */
const set = (date: string, kind: 'HOLIDAY' | null) =>
  mutated(
    house.secretariat,
    'setNonWorkingDays',
    { days: [{ date, kind, ...(kind && { name: 'Nghỉ', nameEn: 'Off', legalGround: 'Thông báo số 1' }) }] },
    '',
  );

async function redatings(): Promise<object[]> {
  const { data } = await house.secretariat.ask<{ events: { nodes: { data: object }[] } }>(
    '{ events(where: { type: { eq: "REPORTING_CYCLE_REDATED" } }) { nodes { data } } }',
  );
  return data.events.nodes.map((event) => event.data);
}

test('cycles that have not opened follow a day off that is set later, there and back; open and extraordinary ones stay', async () => {
  const before = await cycles();
  expect(before.get('2023-12')).toMatchObject({ dueOn: '2024-01-08', closesOn: '2024-01-22' });
  await set('2024-01-05', 'HOLIDAY');
  const moved = await until(cycles, (found) => found.get('2023-12')?.dueOn !== '2024-01-08');
  expect(moved.get('2023-12')).toEqual({
    period: '2023-12',
    opensOn: '2023-12-26',
    dueOn: '2024-01-09',
    closesOn: '2024-01-23',
  });
  // the running quarter and the extraordinary round would be due otherwise, too
  expect([...moved].filter(([period]) => period !== '2023-12')).toEqual(
    [...before].filter(([period]) => period !== '2023-12'),
  );
  await set('2024-01-05', null);
  expect(await until(cycles, (found) => found.get('2023-12')?.dueOn === '2024-01-08')).toEqual(before);
  const dates = { period: '2023-12', opensOn: '2023-12-26' };
  expect(await redatings()).toEqual([
    { ...dates, dueOn: '2024-01-09', closesOn: '2024-01-23', formerDueOn: '2024-01-08', formerClosesOn: '2024-01-22' },
    { ...dates, dueOn: '2024-01-08', closesOn: '2024-01-22', formerDueOn: '2024-01-09', formerClosesOn: '2024-01-23' },
  ]);
});
