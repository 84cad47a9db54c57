import type { Target } from './rows';
import { trajectoryChart } from './trajectory-chart';

function target(given: Partial<Target>): Target {
  return {
    number: '1',
    name: '',
    nameEn: '',
    shortName: '',
    shortNameEn: '',
    wording: '',
    comparator: 'GTE',
    value: 50,
    valueHigh: null,
    dueOn: '2025-12-31',
    health: 'ON_TRACK',
    expectedValue: 30,
    expectedAtMeasurement: null,
    deviation: null,
    isTraced: true,
    isUnattended: false,
    unattendedSince: null,
    unattendedFrom: null,
    assessedOn: null,
    assessmentBasis: null,
    isSample: false,
    latestMeasurement: null,
    indicator: {
      unitOfMeasure: '%',
      measurements: {
        nodes: [
          { endsOn: '2022-12-31', value: 20, isSample: true },
          { endsOn: '2021-12-31', value: 10, isSample: false },
          { endsOn: '2019-12-31', value: 90, isSample: false },
        ],
      },
    },
    trajectory: [
      { endsOn: '2025-12-31', expected: 50 },
      { endsOn: '2021-12-31', expected: 10 },
    ],
    assignments: [],
    ...given,
  };
}

describe('the picture of a target', () => {
  it('goes forward in time from left to right, and what is more stands higher', () => {
    const { plan, measured } = trajectoryChart(target({}), '2023-11-14')!;
    expect(plan[0]!.x).toBeLessThan(plan[1]!.x);
    expect(plan[0]!.y).toBeGreaterThan(plan[1]!.y);
    expect(measured.map(({ isSample }) => isSample)).toEqual([false, true]);
    expect(measured[1]!.y).toBeLessThan(measured[0]!.y);
  });

  it('shows today and what is expected then while the trajectory runs, and neither before nor after', () => {
    const running = trajectoryChart(target({}), '2023-11-14')!;
    expect(running.expected).toMatchObject({ x: running.todayX });
    for (const day of ['2020-01-01', '2026-01-01', null]) {
      expect(trajectoryChart(target({}), day)).toMatchObject({ todayX: null, expected: null });
    }
  });

  it('shows a range as a band, and a single value as a line', () => {
    const range = trajectoryChart(target({ comparator: 'RANGE', value: 45, valueHigh: 50 }), null)!.goal!;
    expect(range.top).toBeLessThan(range.bottom);
    const line = trajectoryChart(target({}), null)!.goal!;
    expect(line.top).toBe(line.bottom);
  });

  it('puts the first rank on top', () => {
    const ranks = [
      { endsOn: '2021-12-31', expected: 3 },
      { endsOn: '2025-12-31', expected: 1 },
    ];
    const { plan } = trajectoryChart(
      target({ comparator: 'RANK', value: 1, indicator: null, trajectory: ranks }),
      null,
    )!;
    expect(plan[1]!.y).toBeLessThan(plan[0]!.y);
  });

  it('is not drawn of a quality, or without a trajectory', () => {
    expect(trajectoryChart(target({ comparator: 'QUALITATIVE' }), null)).toBeNull();
    expect(trajectoryChart(target({ trajectory: [] }), null)).toBeNull();
  });
});
