import { aggregatesOf } from './aggregates';
import { exactMean, exactSum } from './decimal';
import { type GroupArguments, groupsOf } from './groups';
import { smallWorld } from './small-world';

const UNITS = [
  {
    id: '1',
    code: 'a',
    name: 'Một',
    kind: 'ANT',
    weight: 0.1,
    isSample: true,
    dueOn: '2023-01-01',
    at: '2022-12-31T17:00:00.000Z',
    parentId: '2',
  },
  {
    id: '2',
    code: 'b',
    name: 'Hai',
    kind: 'ZEBRA',
    weight: 0.2,
    isSample: false,
    dueOn: '2020-12-31',
    at: '2023-06-30T16:59:59.999Z',
  },
  {
    id: '3',
    code: 'c',
    name: null,
    kind: null,
    weight: null,
    isSample: true,
    dueOn: '2023-07-01',
    at: null,
    parentId: '2',
  },
  {
    id: '4',
    code: 'd',
    name: 'Bốn',
    kind: 'ANT',
    weight: 0.3,
    isSample: true,
    dueOn: null,
    at: '2023-11-14T01:00:00.000Z',
    parentId: '9',
  },
];

interface Shown {
  readonly count: number;
  readonly keys: readonly { readonly value: string | null; readonly label: string }[];
}

function shown(args: GroupArguments, language: 'vi' | 'en' = 'vi'): string[] {
  const seen = smallWorld(UNITS, [], language);
  const groups = groupsOf(seen, 'Unit', seen.all('Unit'), args) as Shown[];
  return groups.map(({ keys, count }) => `${keys.map(({ value, label }) => `${value}=${label}`).join(' ')} ${count}`);
}

test('enums are sorted as in the schema, with the words before the colon; empty values come last', () => {
  expect(shown({ by: [{ field: 'KIND' }] })).toEqual(['ZEBRA=Lớn 1', 'ANT=Nhỏ 2', 'null=(trống) 1']);
  expect(shown({ by: [{ field: 'KIND' }] }, 'en')).toEqual(['ZEBRA=Big 1', 'ANT=Small 2', 'null=(empty) 1']);
});

test('a relation is shown by the code and the name of its row; a row that is not there is empty', () => {
  expect(shown({ by: [{ field: 'PARENT' }] })).toEqual(['b=Hai 2', 'null=(trống) 2']);
  expect(shown({ by: [{ field: 'PARENT_IS_SAMPLE' }] })).toEqual(['false=Không 2', 'null=(trống) 2']);
});

test('several keys make one group for each combination', () => {
  expect(shown({ by: [{ field: 'IS_SAMPLE' }, { field: 'KIND' }] })).toEqual([
    'false=Không ZEBRA=Lớn 1',
    'true=Có ANT=Nhỏ 2',
    'true=Có null=(trống) 1',
  ]);
});

test.each([
  ['DAY', '2020-12-31=31/12/2020', '2023-01-01=01/01/2023', '2023-07-01=01/07/2023'],
  ['WEEK', '2020-W53=Tuần 53/2020', '2022-W52=Tuần 52/2022', '2023-W26=Tuần 26/2023'],
  ['MONTH', '2020-12=Tháng 12/2020', '2023-01=Tháng 01/2023', '2023-07=Tháng 07/2023'],
  ['QUARTER', '2020-Q4=Quý IV/2020', '2023-Q1=Quý I/2023', '2023-Q3=Quý III/2023'],
  ['HALF_YEAR', '2020-H2=6 tháng cuối năm 2020', '2023-H1=6 tháng đầu năm 2023', '2023-H2=6 tháng cuối năm 2023'],
] as const)('dates by %s', (bucket, ...expected) => {
  expect(shown({ by: [{ field: 'DUE_ON', bucket }] })).toEqual([
    ...expected.map((key) => `${key} 1`),
    'null=(trống) 1',
  ]);
});

test('moments are dated in the zone that is named, else in the city’s', () => {
  expect(shown({ by: [{ field: 'AT', bucket: 'YEAR' }] })).toEqual(['2023=Năm 2023 3', 'null=(trống) 1']);
  expect(shown({ by: [{ field: 'AT', bucket: 'YEAR', timeZone: 'UTC' }] }, 'en')).toEqual([
    '2022=2022 1',
    '2023=2023 2',
    'null=(empty) 1',
  ]);
});

test('groups are kept by their figures and sorted by them, then by their keys', () => {
  const by = [{ field: 'KIND' }];
  expect(shown({ by, having: { count: { gte: 2 } } })).toEqual(['ANT=Nhỏ 2']);
  expect(shown({ by, having: { not: { weight: { sum: { lt: 0.4 } } } } })).toEqual(['ANT=Nhỏ 2', 'null=(trống) 1']);
  expect(shown({ by, orderBy: [{ count: 'DESC' }] })).toEqual(['ANT=Nhỏ 2', 'ZEBRA=Lớn 1', 'null=(trống) 1']);
  expect(shown({ by, orderBy: [{ weight: { max: 'DESC' } }] })).toEqual(['null=(trống) 1', 'ANT=Nhỏ 2', 'ZEBRA=Lớn 1']);
  expect(shown({ by, orderBy: [{ key: 'DESC' }], first: 2 })).toEqual(['null=(trống) 1', 'ANT=Nhỏ 2']);
});

test('sums and means are those of decimals', () => {
  expect([exactSum([0.1, 0.2]), exactSum([1e-7, 1e15]), exactSum([])]).toEqual([0.3, 1000000000000000.0000001, 0]);
  expect([exactMean([1, 2, 2]), exactMean([-1, -2, -2]), exactMean([0.0000005])]).toEqual([
    1.666667, -1.666667, 0.000001,
  ]);
});

test('aggregates look at what is there, and say nothing of nothing', () => {
  const seen = smallWorld(UNITS);
  const of = (rows: readonly (typeof UNITS)[number][]) =>
    aggregatesOf(
      seen,
      'Unit',
      seen.all('Unit').filter(({ id }) => rows.some((row) => row.id === id)),
    );
  const all = of(UNITS) as { count: number; weight: () => object; dueOn: () => object; at: () => object };
  expect(all.count).toBe(4);
  expect(all.weight()).toEqual({ avg: 0.2, min: 0.1, max: 0.3, sum: 0.6 });
  expect(all.dueOn()).toEqual({ min: '2020-12-31', max: '2023-07-01' });
  expect((of([UNITS[2]!]) as typeof all).weight()).toEqual({ avg: null, min: null, max: null, sum: null });
});
