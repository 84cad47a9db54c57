import fc from 'fast-check';
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

const HALVES = ['nửa đầu', 'nửa cuối'];

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
    expect(shortPeriod('2023-Q3', '2023', HALVES)).toBe('Q3');
    expect(shortPeriod('2022-Q4', '2023', HALVES)).toBe('Q4/22');
    expect(shortPeriod('2022', '2023', HALVES)).toBe('2022');
    expect(shortPeriod('2023-H1', '2023', HALVES)).toBe('nửa đầu');
    expect(shortPeriod('2022-H2', '2023', HALVES)).toBe('nửa cuối/22');
  });
});

describe('what is shortened still says the truth', () => {
  const FACTORS: Readonly<Record<string, number>> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 };

  /** The number that a reader understands. */
  function read(text: string): number {
    const [number = '', unit] = text.replace('%', '').split(' ');
    return Number(number.replace('−', '-').replaceAll('.', '').replace(',', '.')) * (FACTORS[unit ?? ''] ?? 1);
  }

  const values = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc
      .tuple(fc.constantFrom(1, 10, 100, 1e3, 1e4, 1e6, 1e9), fc.double({ min: -0.06, max: 0.06, noNaN: true }))
      .map(([size, off]) => size + size * off * 0.01),
  );

  it.each([
    [999_960, '1 triệu'],
    [999_940, '999,9 nghìn'],
    [999_960_000, '1 tỷ'],
    [9_999.999, '10 nghìn'],
    [-999_960, '−1 triệu'],
  ])('%d is %s', (value, text) => expect(formatForWall(value, 'vi')).toBe(text));

  it('a number on a wall is near the one that was measured, and no thousand of a unit that has a larger one', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = formatForWall(value, 'vi');
        const scale = Math.max(...Object.entries(FACTORS).map(([unit, size]) => (text.endsWith(unit) ? size : 0)));
        expect(Math.abs(read(text) - value)).toBeLessThanOrEqual(scale === 0 ? 0.005_001 : scale * 0.050_001);
        if (scale < 1e9) expect(Math.abs(read(text))).toBeLessThan(Math.max(scale * 1_000, 10_000.005));
      }),
    );
  });

  it('a number beside what was promised never reads as that unless it is that', () => {
    // what is promised is a round number; nobody measures to the last digit of a double
    const goals = values.map((value) => read(formatForWall(value, 'vi'))).filter((goal) => goal !== 0);
    const offs = fc.double({ min: -2e-3, max: 2e-3, noNaN: true }).filter((off) => Math.abs(off) > 1e-9);
    fc.assert(
      fc.property(goals, offs, (goal, off) => {
        const text = formatForWall(goal * (1 + off), 'vi', goal);
        expect(text).not.toBe(formatForWall(goal, 'vi'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('only 100 % and more reads as 100 %', () => {
    expect(formatPercent(99.995, 'vi')).toBe('99,99%');
    fc.assert(
      fc.property(fc.double({ min: 0, max: 101, noNaN: true }), (value) => {
        expect(read(formatPercent(value, 'vi')) >= 100).toBe(value >= 100);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 99.9, max: 100, maxExcluded: true, noNaN: true }), (value) => {
        expect(read(formatPercent(value, 'vi'))).toBeLessThan(100);
      }),
    );
  });
});
