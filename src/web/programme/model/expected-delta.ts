import type { Target } from './rows';

/** What the trajectory expected on a date: between two points by the days, after the last one its value; null before the first. */
function expectedOn(target: Pick<Target, 'trajectory'>, date: string): number | null {
  const points = [...target.trajectory].sort((one, other) => one.endsOn.localeCompare(other.endsOn));
  const next = points.findIndex(({ endsOn }) => endsOn >= date);
  if (next < 0) return points.at(-1)?.expected ?? null;
  const to = points[next]!;
  if (to.endsOn === date) return to.expected;
  const from = points[next - 1];
  if (from === undefined) return null;
  const share = (Date.parse(date) - Date.parse(from.endsOn)) / (Date.parse(to.endsOn) - Date.parse(from.endsOn));
  return from.expected + share * (to.expected - from.expected);
}

/** How far the newest figure is from what the trajectory expected for its own period; null where there is nothing to compare. */
export function expectedDelta(target: Pick<Target, 'trajectory' | 'latestMeasurement'>): number | null {
  const { latestMeasurement: latest } = target;
  if (latest === null) return null;
  const expected = expectedOn(target, latest.endsOn);
  return expected === null ? null : Math.round((latest.value - expected) * 100) / 100;
}
