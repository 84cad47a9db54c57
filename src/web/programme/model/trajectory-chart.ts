import type { Target } from './rows';

/** A place in the chart, in percent of its width (from the left) and height (from the top). */
export interface Point {
  x: number;
  y: number;
}

/** A target's way, ready to be drawn. */
export interface TrajectoryChart {
  plan: Point[];
  measured: (Point & { isSample: boolean })[];
  /** Where today is; null outside the plan's time. */
  todayX: number | null;
  /** Where the plan expects the figure today. */
  expected: Point | null;
  /** Where the promised values begin and end; equal for a single value. */
  goal: { top: number; bottom: number } | null;
  years: { x: number; label: string }[];
}

/** Room around the outermost values, as a share of the chart. */
const EDGE_X = 0.03;
const EDGE_Y = 0.1;

/** The chart of a target; null where there is nothing to draw. A rank's best place is the highest. */
export function trajectoryChart(target: Target, today: string | null): TrajectoryChart | null {
  const plan = [...target.trajectory].sort((one, other) => one.endsOn.localeCompare(other.endsOn));
  if (plan.length < 2 || target.comparator === 'QUALITATIVE') return null;
  const first = plan[0]!.endsOn;
  const last = [plan.at(-1)!.endsOn, target.dueOn].reduce((one, other) => (one > other ? one : other));
  const measured = (target.indicator?.measurements.nodes ?? [])
    .filter(({ endsOn }) => endsOn >= first && endsOn <= last)
    .sort((one, other) => one.endsOn.localeCompare(other.endsOn));
  const promised = [target.value, target.valueHigh].filter((value) => value !== null);
  const values = [...plan.map(({ expected }) => expected), ...measured.map(({ value }) => value), ...promised];
  const x = scale(Date.parse(first), Date.parse(last), EDGE_X);
  const y = scale(Math.min(...values), Math.max(...values), EDGE_Y);
  const top = (value: number) => (target.comparator === 'RANK' ? y(value) : 100 - y(value));
  const at = (date: string, value: number): Point => ({ x: x(Date.parse(date)), y: top(value) });
  const isRunning = today !== null && today >= first && today <= last;
  const goals = promised.map(top);
  return {
    plan: plan.map(({ endsOn, expected }) => at(endsOn, expected)),
    measured: measured.map(({ endsOn, value, isSample }) => ({ ...at(endsOn, value), isSample })),
    todayX: isRunning ? x(Date.parse(today)) : null,
    expected: isRunning && target.expectedValue !== null ? at(today, target.expectedValue) : null,
    goal: goals.length === 0 ? null : { top: Math.min(...goals), bottom: Math.max(...goals) },
    years: plan.map(({ endsOn }) => ({ x: x(Date.parse(endsOn)), label: endsOn.slice(0, 4) })),
  };
}

function scale(from: number, to: number, edge: number): (value: number) => number {
  const span = to - from;
  return (value) => 100 * (edge + (1 - 2 * edge) * (span === 0 ? 0.5 : (value - from) / span));
}
