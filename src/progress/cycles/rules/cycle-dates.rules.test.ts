import { WorkingDays } from '../../../organisation/public';
import { cycleOf, frequencyOf, holdsFor, periodOf, periodsToHave } from './cycle-dates.rules';

// Tết 2023 and 2024
const TET = [
  '2023-01-20',
  '2023-01-23',
  '2023-01-24',
  '2023-01-25',
  '2023-01-26',
  '2024-02-08',
  '2024-02-09',
  '2024-02-12',
  '2024-02-13',
  '2024-02-14',
];
const days = new WorkingDays(TET.map((date) => ({ date, kind: 'HOLIDAY' as never, isDecided: true })));

const QUARTERLY = {
  kind: 'QUARTERLY',
  opensDaysBeforeEnd: 30,
  dueWorkingDays: 5,
  closesWorkingDays: 10,
  validFrom: '2021-01-01',
  validTo: null,
} as const;

test.each([
  ['MONTHLY', '2024-02-29', '2024-02'],
  ['QUARTERLY', '2023-10-01', '2023-Q4'],
  ['HALF_YEARLY', '2023-06-30', '2023-H1'],
  ['HALF_YEARLY', '2023-07-01', '2023-H2'],
  ['YEARLY', '2023-12-31', '2023'],
] as const)('the %s period of %s is %s, and is told by how it is written', (kind, date, period) => {
  expect(periodOf(kind, date)).toBe(period);
  expect(frequencyOf(period)).toBe(kind);
});

test('a cycle is due so many working days after the end of its period, holidays passed over, and closes so many after that', () => {
  // 8 to 14/2/2024 was Tết
  expect(cycleOf({ ...QUARTERLY, kind: 'MONTHLY' }, '2024-01', days)).toEqual({
    period: '2024-01',
    endsOn: '2024-01-31',
    opensOn: '2024-01-01',
    dueOn: '2024-02-07',
    closesOn: '2024-02-28',
  });
});

test('negative working days are due before the end; a cycle opens on the day on which it is due at the latest', () => {
  const before = { ...QUARTERLY, opensDaysBeforeEnd: 60, dueWorkingDays: -8 };
  expect(cycleOf(before, '2023-Q4', days)).toMatchObject({ opensOn: '2023-11-01', dueOn: '2023-12-20' });
  // 20 to 26/1/2023 was Tết
  const overTet = { ...QUARTERLY, kind: 'MONTHLY', opensDaysBeforeEnd: 7, dueWorkingDays: -5 } as const;
  expect(cycleOf(overTet, '2023-01', days)).toMatchObject({ opensOn: '2023-01-17', dueOn: '2023-01-17' });
});

test('a rule holds for the periods that end within its time', () => {
  const time = { validFrom: '2023-09-30', validTo: '2023-12-30' };
  expect(['2023-Q2', '2023-Q3', '2023-Q4'].map((period) => holdsFor(time, period))).toEqual([false, true, false]);
});

test('the running and the next cycle are to be there, and those that nobody made in between', () => {
  expect(periodsToHave(QUARTERLY, '2023-11-14', '2023-11-14')).toEqual(['2023-Q4', '2024-Q1']);
  expect(periodsToHave(QUARTERLY, '2023-11-14', '2024-08-01')).toEqual([
    '2023-Q4',
    '2024-Q1',
    '2024-Q2',
    '2024-Q3',
    '2024-Q4',
  ]);
  expect(periodsToHave({ ...QUARTERLY, validTo: '2024-01-31' }, '2023-11-14', '2024-08-01')).toEqual(['2023-Q4']);
  expect(periodsToHave({ ...QUARTERLY, validFrom: '2024-03-01' }, '2023-11-14', '2023-11-14')).toEqual(['2024-Q1']);
  expect(periodsToHave({ ...QUARTERLY, validFrom: '2025-01-01' }, '2023-11-14', '2023-11-14')).toEqual([]);
});
