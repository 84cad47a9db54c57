import type { CSSProperties } from 'react';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Health } from '../../generated/operations';
import styles from './summary.module.css';

/** A row in trouble, in a line. */
export interface WorstRow {
  health: Health;
  code: string;
  name: string;
  note: string;
  isSample: boolean;
}

interface HealthBarProps {
  title: string;
  counts: readonly { health: Health; count: number }[];
  href: string;
  /** Whether sample rows are counted. */
  hasSample: boolean;
  /** The rows to look at first. */
  worst: readonly WorstRow[];
}

/** How many rows have which status, in numbers and as parts of a whole. */
export function HealthBar({ title, counts, href, hasSample, worst }: HealthBarProps) {
  const { texts } = useLanguage();
  const present = counts.filter(({ count }) => count > 0);
  return (
    <div className={`card ${styles.card}`}>
      <h2 className={styles.title}>
        <a href={href}>{title}</a> {hasSample && <SampleMark />}
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
      {worst.length > 0 && (
        <ul className={styles.worst}>
          {worst.map(({ health, code, name, note, isSample }) => (
            <li key={code}>
              <StatusShape health={health} label={texts.healths[health]} />
              <span>
                <strong>{code}</strong> {name} {isSample && <SampleMark />}
              </span>
              <span className={styles.note}>{note}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
