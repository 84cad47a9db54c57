import { periodChoices } from './period-choices';

describe('the periods to choose from', () => {
  it('begin with the running quarter, go back over the turn of the year, and hold half-years, months and years', () => {
    expect(periodChoices('2023-11-14')).toEqual([
      ...['2023-Q4', '2023-Q3', '2023-Q2', '2023-Q1', '2022-Q4'],
      ...['2023-H2', '2023-H1', '2022-H2', '2022-H1'],
      ...['2023-11', '2023-10', '2023-09', '2023-08', '2023-07', '2023-06'],
      ...['2023', '2022', '2021'],
    ]);
    expect(periodChoices('2024-02-01').slice(0, 2)).toEqual(['2024-Q1', '2023-Q4']);
    expect(periodChoices('2024-06-30')).toContain('2024-H1');
    expect(periodChoices('2024-07-01')).toContain('2024-H2');
  });

  it('begin with those of the form in which the indicator is measured, older ones that have a value too', () => {
    const choices = periodChoices('2023-11-14', ['2023-H1', '2021-H1', '2020']);
    expect(choices.slice(0, 8)).toEqual([
      '2023-H2',
      '2023-H1',
      '2022-H2',
      '2022-H1',
      '2021-H1',
      '2023',
      '2022',
      '2021',
    ]);
    expect(choices).toContain('2020');
    expect(new Set(choices).size).toBe(choices.length);
  });
});
