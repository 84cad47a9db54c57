import type { AdjustmentFacts, Row } from './adjustment-facts.rules';
import { rowChangesOf } from './apply-changes.rules';
import type { StoredChange } from './stored-change.rules';

const item: Row = {
  id: 'i1',
  code: '07-02',
  appendix_id: 'a1',
  programme_id: 'p1',
  lead_unit_id: 'u1',
  responsible_person_id: 'n1',
  starts_on: '2022-01-01',
  due_on: '2023-12-31',
  product: 'Đề án',
  stopped_on: null,
  is_in_force: true,
  is_sample: false,
};

const standing: AdjustmentFacts['rows'] = {
  work_item: [item],
  work_item_baseline: [],
  former_lead: [],
  unit_role: [{ id: 'r1', work_item_id: 'i1', role: 'LEAD', unit_id: 'u1', rank: 1, is_sample: false }],
  appendix: [{ id: 'a1', code: 'PL', expected_count: 32 }],
  milestone: [],
  resource: [],
  target: [{ id: 't1', number: '1', value: 30, is_sample: false }],
  trajectory_point: [{ id: 'tp1', target_id: 't1', period: '2022', expected: 10, is_sample: false }],
};

const applied = (...requests: StoredChange[][]) =>
  rowChangesOf(
    {
      requests: requests.map((changes, index) => ({ id: `q${index}`, programmeId: 'p1', isSample: false, changes })),
      rows: standing,
    },
    '2023-11-14',
  );

const later = (due: string): StoredChange => ({ kind: 'ITEM', workItemId: 'i1', set: { due_on: due } });

test('nothing asked for changes nothing, and what stands is left as it is', () => {
  expect(applied()).toEqual({});
  applied([later('2024-06-30')]);
  expect(standing.work_item[0]!.due_on).toBe('2023-12-31');
});

test('a later date changes the whole row, and the first values stay as its baseline, whatever comes after', () => {
  const changes = applied([later('2024-06-30')], [later('2024-12-31')]);
  expect(changes.work_item).toEqual({ rows: [{ ...item, due_on: '2024-12-31' }], removed: [] });
  expect(changes.work_item_baseline!.rows).toMatchObject([{ work_item_id: 'i1', due_on: '2023-12-31' }]);
});

test('a new lead takes the place of the former one, which has no part any more, and names its own person', () => {
  const changes = applied([{ kind: 'ITEM', workItemId: 'i1', set: { lead_unit_id: 'u2' } }]);
  expect(changes.unit_role).toMatchObject({ rows: [{ role: 'LEAD', unit_id: 'u2' }], removed: ['r1'] });
  expect(changes.work_item!.rows).toMatchObject([{ lead_unit_id: 'u2', responsible_person_id: null }]);
  expect(changes.former_lead!.rows).toMatchObject([{ work_item_id: 'i1', ended_on: '2023-11-14' }]);
});

test('what is stopped makes its list shorter, what is added longer; both at once leave it as long as it is (R1)', () => {
  const stop: StoredChange = { kind: 'STOP_ITEM', workItemId: 'i1' };
  const row = { number: 33, title: 'Việc', lead_unit_id: 'u2' };
  const add: StoredChange = { kind: 'ADD_ITEM', appendixId: 'a1', row, resources: [] };
  expect(applied([stop]).appendix!.rows).toMatchObject([{ expected_count: 31 }]);
  expect(applied([add]).appendix!.rows).toMatchObject([{ expected_count: 33 }]);
  const both = applied([stop, add]);
  expect(both.appendix).toBeUndefined();
  expect(both.work_item!.rows).toMatchObject([{ stopped_on: '2023-11-14', is_in_force: false }, { number: 33 }]);
});

test('ids of rows that are added are the same whenever it is asked', () => {
  const change: StoredChange = {
    kind: 'TARGET',
    targetId: 't1',
    set: {},
    trajectory: [{ period: '2023', ends_on: '2023-12-31', expected: 20 }],
  };
  expect(applied([change])).toEqual(applied([change]));
  expect(applied([change]).trajectory_point!.removed).toEqual(['tp1']);
});
