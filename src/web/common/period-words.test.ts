import { capitalised, periodName, periodWords } from './period-words';

describe('periods in Vietnamese', () => {
  it.each([
    ['H1/2023', '6 tháng đầu năm 2023', '6 tháng đầu năm 2023'],
    ['H2/2023', '6 tháng cuối năm 2023', '6 tháng cuối năm 2023'],
    ['07/2023', 'tháng 7/2023', 'tháng 7/2023'],
    ['2022', 'năm 2022', 'năm 2022'],
    ['Q3/2023', 'quý 3/2023', 'kỳ Q3/2023'],
  ])('%s', (period, name, words) => {
    expect([periodName(period), periodWords(period)]).toEqual([name, words]);
    expect(capitalised(words)).toBe(words.charAt(0).toUpperCase() + words.slice(1));
  });
});
