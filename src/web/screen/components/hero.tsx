import { HEALTHS } from '../../common/health';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import type { Item } from '../model/figure';
import styles from './hero.module.css';

/** How many items stand in each status, most urgent first. */
export function Hero({ items, hatched }: { items: readonly Item[]; hatched: boolean }) {
  const { texts } = useLanguage();
  return (
    <ul className={styles.hero} data-hatched={hatched}>
      {HEALTHS.map((health) => (
        <li key={health} className={styles.card}>
          <span className={styles.shape}>
            <StatusShape health={health} />
          </span>
          <span className={styles.count} data-count={health}>
            {items.filter((item) => item.health === health).length}
          </span>
          <span className={styles.word}>{texts.healths[health]}</span>
        </li>
      ))}
    </ul>
  );
}
