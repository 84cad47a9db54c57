import { makeAccount } from '../support/made/made-account';
import type { ApiClient } from '../support/api-client';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let reporter: ApiClient;
let ids: { programme: string; target: string; item: string };

// Programme 07 runs from 2021 to 2025
const [EARLY, LATE] = ['2010-12-31', '2036-01-01'];
const BOUNDS = [/01\/01\/2011 đến 31\/12\/2035/, /2011-01-01 to 2035-12-31/] as const;

beforeAll(async () => {
  house = await WorkHouse.open();
  reporter = (await makeAccount(house.program, house.view, { roles: [{ role: 'REPORTER', unit: 'so-khcn' }] })).client;
  ids = await house.view.row(`select 'pr_' || pr.id as programme,
      (select 'ta_' || t.id from target t where t.programme_id = pr.id and t.comparator = 'GTE' order by number limit 1) as target,
      (select 'wi_' || w.id from work_item w join unit u on u.id = w.lead_unit_id where w.programme_id = pr.id and u.code = 'so-khcn' and w.is_in_force
        and w.completed_on is null and w.code <> '07-01' order by w.code limit 1) as item
    from programme pr where pr.code = '07-CTr/TU'`);
});

afterAll(() => house.close());

test('rows of a list and what is said of an item lie within the programme’s years, give or take ten', async () => {
  const workItemId = await house.draftItem('xa-nam');
  const early = { workItemId, startsOn: EARLY };
  await house.refused('describeWorkItem', early, ['INVALID input.startsOn'], { names: BOUNDS });
  await house.refused('describeWorkItem', { workItemId, dueOn: LATE }, ['INVALID input.dueOn'], { names: BOUNDS });
  await house.done('describeWorkItem', { workItemId, startsOn: '2011-01-01', dueOn: '2035-12-31' }, 'cursor');
  const appendixId = await house.appendixId('PL-xa-nam');
  await house.done('removeAppendixRows', { appendixId, numbers: [1], reason: 'x' }, 'cursor');
  const row = { number: 1, code: 'xa-nam-2', kind: 'TASK', title: 'Việc khác', leadUnitCode: 'so-khcn' };
  await house.refused(
    'addAppendixRows',
    { appendixId, rows: [{ ...row, startsOn: EARLY, dueOn: LATE }] },
    ['INVALID input.rows.0.startsOn', 'INVALID input.rows.0.dueOn'],
    { names: BOUNDS },
  );
});

test('a trajectory does not begin in another age', async () => {
  await house.refused(
    'setTrajectory',
    { targetId: ids.target, points: [{ period: '2010', expected: 1 }], basis: 'x' },
    ['INVALID input.points.0.period'],
    { names: BOUNDS },
  );
});

test('what an adjustment asks for lies within the same years, each date at its place', async () => {
  const named = { targetId: ids.target, product: 'x', objective: 'x', resources: 'x', reason: 'x' };
  const { appendix } = await house.view.row<{ appendix: string }>(
    `select 'ap_' || appendix_id as appendix from work_item where 'wi_' || id = '${ids.item}'`,
  );
  const addItem = { appendixId: appendix, number: 33, kind: 'TASK', title: 'Việc mới', leadUnitCode: 'so-khcn' };
  await house.refused(
    'registerAdjustment',
    {
      programmeId: ids.programme,
      ...named,
      changes: [
        { item: { workItemId: ids.item, dueOn: LATE } },
        { milestone: { workItemId: ids.item, title: 'Mốc', dueOn: LATE, plannedPercent: 50 } },
        { addItem: { ...addItem, startsOn: EARLY, dueOn: LATE } },
      ],
    },
    [
      'INVALID input.changes.0.item.dueOn',
      'INVALID input.changes.1.milestone.dueOn',
      'INVALID input.changes.2.addItem.startsOn',
      'INVALID input.changes.2.addItem.dueOn',
    ],
    { client: reporter, names: BOUNDS },
  );
});
