import fc from 'fast-check';
import { boundsOfPeriod, isPeriod } from './period';

test.each([
  ['2021', '2021-01-01', '2021-12-31'],
  ['2021-H1', '2021-01-01', '2021-06-30'],
  ['2021-H2', '2021-07-01', '2021-12-31'],
  ['2021-Q1', '2021-01-01', '2021-03-31'],
  ['2023-Q4', '2023-10-01', '2023-12-31'],
  ['2021-07', '2021-07-01', '2021-07-31'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
])('%s lasts from %s to %s', (period, from, to) => {
  expect(isPeriod(period)).toBe(true);
  expect(boundsOfPeriod(period)).toEqual({ from, to });
});

test.each([
  '',
  '21',
  '20211',
  '2021-Q0',
  '2021-Q5',
  '2021-H3',
  '2021-00',
  '2021-13',
  '2021-7',
  '2021-q1',
  ' 2021',
  '2021\n',
  '2021-Q1-',
  '2021-Q1\n',
])('%j is no period', (text) => {
  expect(isPeriod(text)).toBe(false);
  expect(() => boundsOfPeriod(text)).toThrow(RangeError);
});

test('the months of a year follow each other without gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 1, max: 11 }), (year, month) => {
      const two = (value: number) => String(value).padStart(2, '0');
      const { to } = boundsOfPeriod(`${year}-${two(month)}`);
      const next = new Date(`${to}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(next.toISOString().slice(0, 10)).toBe(boundsOfPeriod(`${year}-${two(month + 1)}`).from);
    }),
  );
});
