import type { CSSProperties } from 'react';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import type { Health } from '../../generated/operations';
import styles from './summary.module.css';

interface HealthBarProps {
  title: string;
  counts: readonly { health: Health; count: number }[];
  href: string;
}

/** How many rows have which status, in numbers and as parts of a whole. */
export function HealthBar({ title, counts, href }: HealthBarProps) {
  const { texts } = useLanguage();
  const present = counts.filter(({ count }) => count > 0);
  return (
    <div className={`card ${styles.card}`}>
      <h2 className={styles.title}>
        <a href={href}>{title}</a>
      </h2>
      <div className={styles.parts} aria-hidden="true">
        {present.map(({ health, count }) => (
          <span key={health} data-health-part={health} style={{ '--share': count } as CSSProperties} />
        ))}
      </div>
      <ul className={styles.counts}>
        {counts.map(({ health, count }) => (
          <li key={health} data-none={count === 0}>
            <StatusShape health={health} />
            {texts.healths[health]} <strong data-count={health}>{count}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
