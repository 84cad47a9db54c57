import { addDays } from './calendar-date';
import { dateOf, shiftedClock, startOfDate, todayOf } from './clock';

test('a date in Hanoi begins at 17:00 UTC of the day before', () => {
  expect(dateOf(new Date('2023-11-13T16:59:59.999Z'))).toBe('2023-11-13');
  expect(dateOf(new Date('2023-11-13T17:00:00Z'))).toBe('2023-11-14');
  expect(startOfDate('2023-11-14').toISOString()).toBe('2023-11-13T17:00:00.000Z');
  expect(dateOf(startOfDate('2024-02-29'))).toBe('2024-02-29');
});

test('today is the date of the clock, not of the machine', () => {
  expect(todayOf({ now: () => new Date('2021-12-31T20:00:00Z') })).toBe('2022-01-01');
});

test('a shifted clock is shifted by as much as it says', () => {
  const before = Date.now();
  const shifted = shiftedClock(-86_400_000).now().getTime();
  expect(shifted).toBeGreaterThanOrEqual(before - 86_400_000);
  expect(shifted).toBeLessThanOrEqual(Date.now() - 86_400_000);
});

test.each([
  ['2023-12-31', 1, '2024-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2023-03-01', -1, '2023-02-28'],
  ['2023-11-14', 0, '2023-11-14'],
  ['2023-11-14', 366, '2024-11-14'],
])('%s and %d days is %s', (date, days, result) => {
  expect(addDays(date, days)).toBe(result);
});
