import { daysBetween, formatPercent } from '../../shared/format';
import { useLanguage } from '../../shared/language-context';
import { StatusShape } from '../../shared/status-shape';
import type { Item } from '../model/figure';
import { itemsToDirect } from '../model/items-to-direct';
import styles from './directions.module.css';

/** «Cần chỉ đạo»: the four items that most need a decision. */
export function Directions({ items, today }: { items: readonly Item[]; today: string }) {
  const { texts, language, pick } = useLanguage();
  const worst = itemsToDirect(items);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{texts.screen.directions}</h2>
      {worst.length === 0 && <p className={styles.none}>{texts.screen.noDirections}</p>}
      <ol className={styles.list}>
        {worst.map((item) => (
          <li key={item.code} className={styles.item} data-direction={item.code}>
            <span className={styles.shape}>
              <StatusShape health={item.health} label={texts.healths[item.health]} />
            </span>
            <span className={styles.name}>
              {item.number} · {pick(item.shortName, item.shortNameEn)}
            </span>
            <span className={styles.detail}>
              {item.leadUnit !== null && (
                <span className={styles.unit}>{pick(item.leadUnit.shortName, item.leadUnit.shortNameEn)}</span>
              )}
              <span>
                ·{' '}
                {item.health === 'OVERDUE'
                  ? texts.screen.daysLate(item.daysLate)
                  : texts.screen.daysLeft(
                      daysBetween(today, item.dueOn),
                      formatPercent(item.percentComplete, language),
                    )}
              </span>
              {item.freshness.isStale && item.freshness.ageDays != null && (
                <span>· {texts.screen.silent(item.freshness.ageDays)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
