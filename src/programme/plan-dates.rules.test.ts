import { refusalsOfPlannedDates } from './plan-dates.rules';

const YEARS = { periodFrom: 2021, periodTo: 2025 };
const path = ['input', 'dueOn'];

test.each(['2011-01-01', '2023-11-14', '2035-12-31'])('%s is of the programme’s time', (date) => {
  expect(refusalsOfPlannedDates([{ date, path }], YEARS)).toEqual([]);
});

test.each(['2010-12-31', '2036-01-01'])('%s is refused at its place, with the bounds in both languages', (date) => {
  const [refusal, ...others] = refusalsOfPlannedDates([{ date, path }], YEARS);
  expect(others).toEqual([]);
  expect(refusal).toMatchObject({ code: 'INVALID', path });
  expect(refusal!.message.vi).toMatch(/2021-2025.*01\/01\/2011 đến 31\/12\/2035/);
  expect(refusal!.message.en).toMatch(/2021 to 2025.*2011-01-01 to 2035-12-31/);
});
