import { expectedDelta } from './expected-delta';

const trajectory = [
  { endsOn: '2023-12-31', expected: 56 },
  { endsOn: '2021-12-31', expected: 42 },
  { endsOn: '2022-12-31', expected: 49 },
];

/** How far a figure for a period that ends on a date is from its trajectory. */
function delta(value: number, endsOn: string): number | null {
  return expectedDelta({ trajectory, latestMeasurement: { value, endsOn, period: '', isSample: true } });
}

describe('a figure against its trajectory', () => {
  it('is compared with what was expected for its own period, not for today', () => {
    expect(delta(48.5, '2022-12-31')).toBe(-0.5);
  });

  it('is compared by the days between two points', () => {
    expect(delta(45.1, '2023-06-30')).toBe(-7.37);
  });

  it('after the last point is compared with its value, before the first with nothing', () => {
    expect(delta(60, '2024-06-30')).toBe(4);
    expect(delta(40, '2020-12-31')).toBeNull();
    expect(expectedDelta({ trajectory, latestMeasurement: null })).toBeNull();
  });
});
