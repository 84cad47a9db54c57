import { textsVi } from '../../common/texts/texts.vi';
import { goalText, valueText } from '../../common/target-text';
import type { Target } from './figure';
import { bulletParts, deltaText, isFigureOld, newestDuePeriodEnd } from './target-figures';

const vi = { language: 'vi', texts: textsVi } as const;

function target(given: Partial<Target>): Target {
  return {
    number: '1',
    shortName: 'TFP trong tăng trưởng',
    shortNameEn: 'TFP in growth',
    comparator: 'GT',
    value: 50,
    valueHigh: null,
    health: 'ON_TRACK',
    expectedValue: null,
    expectedAtMeasurement: null,
    isSample: false,
    indicator: { unitOfMeasure: '%', unitOfMeasureEn: '%' },
    latestMeasurement: null,
    previousMeasurement: null,
    ...given,
  };
}

function measured(value: number, period = '2023-Q3', endsOn = '2023-09-30'): Target['latestMeasurement'] {
  return { value, period, endsOn, recordedAt: '2023-10-20T09:00:00+07:00', isSample: true };
}

describe('what a target promises', () => {
  it('keeps its comparator', () => {
    expect(goalText(target({ comparator: 'GT' }), vi)).toBe('> 50%');
    expect(goalText(target({ comparator: 'GTE', value: 40 }), vi)).toBe('≥ 40%');
    expect(goalText(target({ comparator: 'APPROX', value: 30 }), vi)).toBe('≈ 30%');
    expect(goalText(target({ comparator: 'EQ', value: 80 }), vi)).toBe('80%');
  });

  it('may be a range, a rank or a quality', () => {
    const perYear = { unitOfMeasure: '%/năm', unitOfMeasureEn: '%/year' };
    expect(goalText(target({ comparator: 'RANGE', value: 7, valueHigh: 7.5, indicator: perYear }), vi)).toBe('7–7,5%');
    expect(goalText(target({ comparator: 'RANK', value: 1 }), vi)).toBe('hạng 1');
    expect(goalText(target({ comparator: 'QUALITATIVE', value: null }), vi)).toBe('định tính');
  });

  it('of many digits is put in words', () => {
    const homes = { unitOfMeasure: 'căn', unitOfMeasureEn: 'homes' };
    expect(goalText(target({ comparator: 'EQ', value: 12846, indicator: homes }), vi)).toBe('12,8 nghìn');
  });
});

describe('a measured value', () => {
  it('is a dash while nothing was measured', () => {
    expect(valueText(target({}), null, vi)).toBe('—');
  });

  it('shows its change since the one before', () => {
    expect(deltaText(target({ latestMeasurement: measured(72.4), previousMeasurement: { value: 68.3 } }), vi)).toBe(
      '+4,1',
    );
    expect(deltaText(target({ latestMeasurement: measured(72.4) }), vi)).toBe('');
  });

  it('of a rank rises when its number falls', () => {
    const rank = target({
      comparator: 'RANK',
      value: 1,
      latestMeasurement: measured(2),
      previousMeasurement: { value: 3 },
    });
    expect(valueText(rank, 2, vi)).toBe('hạng 2');
    expect(deltaText(rank, vi)).toBe('lên 1');
  });

  it('is old when reports of a later period were due', () => {
    const cycles = [
      { endsOn: '2023-12-31', dueOn: '2024-01-15' },
      { endsOn: '2023-09-30', dueOn: '2023-10-15' },
    ];
    const due = newestDuePeriodEnd(cycles, '2023-11-14');
    expect(due).toBe('2023-09-30');
    expect(isFigureOld(target({ latestMeasurement: measured(50, '2023-Q2', '2023-06-30') }), due)).toBe(true);
    expect(isFigureOld(target({ latestMeasurement: measured(50) }), due)).toBe(false);
    expect(newestDuePeriodEnd([], '2023-11-14')).toBeNull();
  });
});

describe('a bullet bar', () => {
  it('is as long as what was promised', () => {
    expect(bulletParts(target({ value: 80, latestMeasurement: measured(60), expectedAtMeasurement: 70 }))).toEqual({
      done: 0.75,
      planned: 0.875,
    });
  });

  it('never overflows when more was reached', () => {
    expect(bulletParts(target({ value: 50, latestMeasurement: measured(62.5), expectedAtMeasurement: 50 }))).toEqual({
      done: 1,
      planned: 0.8,
    });
  });

  it('has no tick without a plan, and is not drawn for ranks and qualities', () => {
    expect(bulletParts(target({ value: 80 }))).toEqual({ done: 0, planned: null });
    expect(bulletParts(target({ comparator: 'RANK', value: 1, latestMeasurement: measured(2) }))).toBeNull();
    expect(bulletParts(target({ comparator: 'QUALITATIVE', value: null }))).toBeNull();
  });
});
