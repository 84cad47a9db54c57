import type { Health } from '../../generated/operations';
import { useLanguage } from '../language-context';
import { StatusShape } from '../status-shape';
import styles from './health-label.module.css';

/** A status in shape and word. */
export function HealthLabel({ health }: { health: Health }) {
  const { texts } = useLanguage();
  return (
    <span className={styles.label}>
      <StatusShape health={health} /> {texts.healths[health]}
    </span>
  );
}
