import data from '../data/non-working-days.json';
import { NonWorkingDayKind } from './non-working-day.state';
import { WorkingDays } from './working-days.rules';

const days = new WorkingDays(
  data.decided.map((day) => ({ date: day.date, kind: day.kind as NonWorkingDayKind, isDecided: true })),
);

/** Worked out by hand from the notices of each year. */
const EXAMPLES: readonly (readonly [from: string, workingDays: number, result: string])[] = [
  ['2021-02-09', 1, '2021-02-17'],
  ['2021-02-05', 5, '2021-02-19'],
  ['2021-04-29', 2, '2021-05-05'],
  ['2021-09-01', 1, '2021-09-06'],
  ['2021-12-31', 1, '2022-01-04'],
  ['2022-01-28', 3, '2022-02-09'],
  ['2022-04-08', 2, '2022-04-13'],
  ['2022-04-29', 1, '2022-05-04'],
  ['2022-08-31', 2, '2022-09-06'],
  ['2023-01-19', 2, '2023-01-30'],
  ['2023-04-28', 5, '2023-05-10'],
  ['2023-08-31', 1, '2023-09-05'],
  ['2024-02-07', 1, '2024-02-15'],
  ['2024-04-26', 3, '2024-05-04'],
  ['2024-05-06', -2, '2024-05-03'],
  ['2025-04-25', 2, '2025-04-28'],
  ['2025-04-29', 1, '2025-05-05'],
  ['2025-12-31', 7, '2026-01-12'],
  ['2026-08-21', 7, '2026-09-03'],
  ['2026-12-01', -7, '2026-11-19'],
];

test.each(EXAMPLES)('%s and %i working days is %s', (from, workingDays, result) => {
  expect(days.add(from, workingDays)).toBe(result);
  if (workingDays > 0) expect(days.countBetween(from, result)).toBe(workingDays);
});

test.each([
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 250],
  [2026, 249],
])('%i has %i working days', (year, count) => {
  expect(days.countBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(count);
});

test('no working days later is the date itself, worked or not', () => {
  expect(days.add('2023-09-02', 0)).toBe('2023-09-02');
});

test('what lies behind a date is not counted', () => {
  expect(days.countBetween('2023-09-08', '2023-09-01')).toBe(0);
});

test('the days off are known to the end of the last year in a row', () => {
  const holiday = (date: string) => ({ date, kind: NonWorkingDayKind.HOLIDAY, isDecided: true });
  expect(days.knownUntil).toBe('2026-12-31');
  expect(new WorkingDays([holiday('2021-01-01'), holiday('2022-01-01'), holiday('2024-01-01')]).knownUntil).toBe(
    '2022-12-31',
  );
  expect(new WorkingDays([]).knownUntil).toBeNull();
});

test('what is only proposed does not count', () => {
  const proposed = { date: '2026-11-23', kind: NonWorkingDayKind.SUBSTITUTE, isDecided: false };
  expect(new WorkingDays([proposed]).isWorked('2026-11-23')).toBe(true);
});
