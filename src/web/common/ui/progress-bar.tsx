import type { CSSProperties } from 'react';
import type { Health } from '../../generated/operations';
import styles from './progress-bar.module.css';

/** Percent complete with a tick where the plan is. Decoration: the numbers stand beside it. */
export function ProgressBar({ percent, planned, health }: { percent: number; planned: number; health: Health }) {
  const lengths = { '--done': `${percent}%`, '--planned': planned / 100 } as CSSProperties;
  return (
    <span className={styles.track} style={lengths} aria-hidden="true">
      <span className={styles.done} data-health-colour={health} />
      <span className={styles.tick} />
    </span>
  );
}
