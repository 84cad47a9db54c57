import type { CSSProperties } from 'react';
import type { Health } from '../../generated/operations';
import type { BulletParts } from '../model/target-figures';
import styles from './bullet-bar.module.css';

/** What was reached, along what was promised, with a white tick where the plan expected the figure of its period. */
export function BulletBar({ parts: { done, planned }, health }: { parts: BulletParts; health: Health }) {
  const lengths = { '--done': done, '--planned': planned ?? 0 } as CSSProperties;
  return (
    <span className={styles.track} style={lengths} aria-hidden="true">
      <span className={styles.done} data-bar-health={health} />
      {planned !== null && <span className={styles.tick} />}
    </span>
  );
}
