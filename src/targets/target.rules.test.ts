import { type DomainError } from '../platform/lib/domain-error';
import { Comparator } from './comparator.state';
import { assertPromise, assertTrajectory, easedIn, type Expected, type Promised } from './target.rules';

const years = { periodFrom: 2021, periodTo: 2025 };
const promised: Promised = {
  comparator: Comparator.GTE,
  value: 40,
  valueHigh: null,
  dueOn: '2025-12-31',
  baseline: null,
  baselineOn: null,
};

/** The fields that are refused; none where all is well. */
function refused(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return (error as DomainError).refusals.map(({ path }) => path.slice(1).join('.'));
  }
}

const promise = (change: Partial<Promised>) => refused(() => assertPromise({ ...promised, ...change }, years));
const trajectory = (change: Partial<Promised>, ...points: Expected[]) =>
  refused(() => assertTrajectory({ ...promised, ...change }, points));

test.each<[string, Partial<Promised>, string[]]>([
  ['a bound', {}, []],
  ['a range', { comparator: Comparator.RANGE, value: 7, valueHigh: 7.5 }, []],
  ['a range of one value', { comparator: Comparator.RANGE, value: 7, valueHigh: 7 }, []],
  ['a range without its high end', { comparator: Comparator.RANGE, value: 7 }, ['valueHigh']],
  ['a range upside down', { comparator: Comparator.RANGE, value: 7.5, valueHigh: 7 }, ['valueHigh']],
  ['a bound with a high end', { valueHigh: 50 }, ['valueHigh']],
  ['a bound without a value', { value: null }, ['value']],
  ['a value beyond what a number keeps', { value: 1e16 }, ['value']],
  ['in words', { comparator: Comparator.QUALITATIVE, value: null }, []],
  ['in words, with a value', { comparator: Comparator.QUALITATIVE }, ['value']],
  ['a rank', { comparator: Comparator.RANK, value: 1 }, []],
  ['a rank of nought', { comparator: Comparator.RANK, value: 0 }, ['value']],
  ['half a rank', { comparator: Comparator.RANK, value: 1.5 }, ['value']],
  ['due before its programme', { dueOn: '2020-12-31' }, ['dueOn']],
  ['due with the outlook', { dueOn: '2035-12-31' }, []],
  ['due after it', { dueOn: '2036-01-01' }, ['dueOn']],
  ['a baseline with its date', { baseline: 20, baselineOn: '2020-12-31' }, []],
  ['a baseline of no date', { baseline: 20 }, ['baselineOn']],
  ['a date of no baseline', { baselineOn: '2020-12-31' }, ['baseline']],
  ['a baseline of the due date', { baseline: 20, baselineOn: '2025-12-31' }, ['baselineOn']],
])('a promise %s', (_, change, fields) => {
  expect(promise(change)).toEqual(fields);
});

const lowering = { comparator: Comparator.LTE, value: 5 };

test.each<[string, Partial<Promised>, Expected[], string[]]>([
  ['may be left out', {}, [], []],
  [
    'leads to the value',
    {},
    [
      { period: '2024', expected: 30 },
      { period: '2025', expected: 40 },
    ],
    [],
  ],
  ['may stop before the end', {}, [{ period: '2023-Q4', expected: 10 }], []],
  ['misses the value', {}, [{ period: '2025', expected: 39.9 }], ['points.0.expected']],
  ['goes down to a greatest value', lowering, [{ period: '2025-Q4', expected: 5 }], []],
  ['stays above a greatest value', lowering, [{ period: '2025-12', expected: 6 }], ['points.0.expected']],
  ['goes on after the due date', {}, [{ period: '2026', expected: 50 }], ['points.0.period']],
  [
    'says two things of one day',
    {},
    [
      { period: '2023', expected: 10 },
      { period: '2023-Q4', expected: 12 },
    ],
    ['points.1.period'],
  ],
  [
    'begins before the baseline',
    { baseline: 3, baselineOn: '2021-12-31' },
    [{ period: '2021', expected: 10 }],
    ['points.0.period'],
  ],
  ['of a rank', { comparator: Comparator.RANK, value: 1 }, [{ period: '2025', expected: 1 }], ['points']],
])('a trajectory that %s', (_, change, points, fields) => {
  expect(trajectory(change, ...points)).toEqual(fields);
});

test.each<[string, Partial<Promised>, Partial<Promised>, string[]]>([
  ['less where more is better', {}, { value: 39 }, ['value']],
  ['more where more is better', {}, { value: 41 }, []],
  ['more where less is better', { comparator: Comparator.LTE }, { value: 41 }, ['value']],
  ['less where less is better', { comparator: Comparator.LT }, { value: 39 }, []],
  ['a lower place', { comparator: Comparator.RANK, value: 3 }, { value: 5 }, ['value']],
  [
    'a wider range',
    { comparator: Comparator.RANGE, value: 7, valueHigh: 7.5 },
    { value: 6, valueHigh: 8 },
    ['value', 'valueHigh'],
  ],
  ['another exact value', { comparator: Comparator.EQ }, { value: 1 }, []],
  ['a later day', {}, { dueOn: '2026-12-31' }, ['dueOn']],
  ['an earlier day', {}, { dueOn: '2024-12-31' }, []],
])('%s: what becomes easier to keep', (_name, before, change, eased) => {
  const standing = { ...promised, ...before };
  expect(easedIn(standing, { ...standing, ...change })).toEqual(eased);
});
