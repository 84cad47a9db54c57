import { periodChoices } from './period-choices';

describe('the periods to choose from', () => {
  it('begin with the running quarter and go back over the turn of the year', () => {
    expect(periodChoices('2023-11-14')).toEqual([
      '2023-Q4',
      '2023-Q3',
      '2023-Q2',
      '2023-Q1',
      '2022-Q4',
      '2023',
      '2022',
      '2021',
    ]);
    expect(periodChoices('2024-02-01').slice(0, 2)).toEqual(['2024-Q1', '2023-Q4']);
  });
});
