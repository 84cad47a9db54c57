import type { CSSProperties } from 'react';
import { StatusShape } from '../../common/status-shape';
import type { Health } from '../../generated/operations';
import type { Point, TrajectoryChart } from '../model/trajectory-chart';
import styles from './trajectory-picture.module.css';

/** The trajectory, what was measured, the goal and today. A picture of the numbers that stand above it. */
export function TrajectoryPicture({ chart, health }: { chart: TrajectoryChart; health: Health }) {
  const { plan, measured, todayX, expected, goal, years } = chart;
  const latest = measured.at(-1);
  return (
    <div className={styles.picture} aria-hidden="true">
      <div className={styles.plot}>
        <svg className={styles.lines} viewBox="0 0 100 100" preserveAspectRatio="none">
          {goal !== null && (
            <>
              <rect className={styles.band} x="0" y={goal.top} width="100" height={goal.bottom - goal.top} />
              <path className={styles.goal} d={`M0 ${goal.bottom}H100`} />
            </>
          )}
          {todayX !== null && <path className={styles.today} d={`M${todayX} 0V100`} />}
          <path className={styles.plan} d={lineOf(plan)} />
          <path className={styles.measured} d={lineOf(measured)} />
        </svg>
        {plan.map((place) => (
          <span key={place.x} className={styles.step} style={at(place)} />
        ))}
        {expected !== null && <span className={styles.expected} style={at(expected)} />}
        {measured.map((place) => (
          <span key={place.x} className={styles.point} data-sample={place.isSample} style={at(place)} />
        ))}
        {latest !== undefined && (
          <span className={styles.latest} style={at(latest)}>
            <StatusShape health={health} />
          </span>
        )}
      </div>
      <div className={styles.years}>
        {years.map(({ x, label }) => (
          <span key={label} style={at({ x, y: 0 })}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

function lineOf(places: readonly Point[]): string {
  return places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
}

function at({ x, y }: Point): CSSProperties {
  return { left: `${x}%`, top: `${y}%` };
}
