import {
  dateInHanoi,
  daysBetween,
  formatAmount,
  formatDate,
  formatDelta,
  formatForWall,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatTime,
  quarterOf,
  shortPeriod,
} from './format';

describe('numbers', () => {
  it('are written the Vietnamese way', () => {
    expect(formatNumber(1234567.891, 'vi')).toBe('1.234.567,89');
    expect(formatPercent(93.5, 'vi')).toBe('93,5%');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  });

  it('carry no zeros that say nothing', () => {
    expect(formatNumber(28, 'vi')).toBe('28');
    expect(formatNumber(97.5, 'vi')).toBe('97,5');
    expect(formatNumber(-0.001, 'vi')).toBe('0');
  });

  it('of five digits and more are put in words on a wall', () => {
    expect(formatForWall(9120, 'vi')).toBe('9.120');
    expect(formatForWall(12846, 'vi')).toBe('12,8 nghìn');
    expect(formatForWall(1_200_000_000, 'vi')).toBe('1,2 tỷ');
    expect(formatForWall(12846, 'en')).toBe('12.8k');
  });

  it('that are money say their currency', () => {
    expect(formatAmount('185000000000', 'VND', 'vi')).toBe('185 tỷ đồng');
    expect(formatAmount('2500000', 'USD', 'vi')).toBe('2,5 triệu USD');
    expect(formatAmount('185000000000', 'VND', 'en')).toBe('VND 185bn');
  });

  it('that are differences carry their sign', () => {
    expect(formatDelta(4.1, 'vi')).toBe('+4,1');
    expect(formatDelta(-0.6, 'vi')).toBe('−0,6');
    expect(formatDelta(0, 'vi')).toBe('0');
  });
});

describe('dates', () => {
  it('have a two-digit day and month and a four-digit year', () => {
    expect(formatDate('2026-11-04')).toBe('04/11/2026');
  });

  it('and times are those of Hanoi, wherever the page is open', () => {
    expect(formatTime('2023-11-14T01:05:00Z')).toBe('08:05');
    expect(dateInHanoi('2023-11-14T20:00:00Z')).toBe('2023-11-15');
  });

  it('know how many days their quarter still has', () => {
    expect(quarterOf('2023-11-14')).toEqual({ label: 'Q4/2023', daysLeft: 47 });
    expect(quarterOf('2024-02-28')).toEqual({ label: 'Q1/2024', daysLeft: 32 });
    expect(quarterOf('2023-12-31').daysLeft).toBe(0);
  });

  it('are counted in calendar days', () => {
    expect(daysBetween('2023-11-14', '2023-11-21')).toBe(7);
    expect(daysBetween('2023-11-14', '2023-11-11')).toBe(-3);
  });

  it('of periods put the year last', () => {
    expect(formatPeriod('2023-Q3', 'vi')).toBe('Q3/2023');
    expect(formatPeriod('2023-07', 'vi')).toBe('07/2023');
    expect(formatPeriod('2022', 'vi')).toBe('2022');
    expect(formatPeriod('2023-H1', 'vi')).toBe('6 tháng đầu năm 2023');
    expect(formatPeriod('2023-H2', 'en')).toBe('second half of 2023');
  });

  it('of periods are shortened where room is scarce', () => {
    expect(shortPeriod('2023-Q3', '2023')).toBe('Q3');
    expect(shortPeriod('2022-Q4', '2023')).toBe('Q4/22');
    expect(shortPeriod('2022', '2023')).toBe('2022');
  });
});
