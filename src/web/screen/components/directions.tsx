import { daysBetween, formatPercent } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import { RowBoundary } from '../../common/ui/row-boundary';
import type { Item } from '../model/figure';
import { itemsToDirect } from '../model/items-to-direct';
import styles from './directions.module.css';

/** “Cần chỉ đạo”: the four items that most need a decision. */
export function Directions({ items, today }: { items: readonly Item[]; today: string }) {
  const { texts, pick } = useLanguage<'screen'>();
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
            <RowBoundary of={item} name={item.code}>
              <DirectionDetail item={item} today={today} />
            </RowBoundary>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who has the item, how late it is, and for how long nothing was heard of it. */
function DirectionDetail({ item, today }: { item: Item; today: string }) {
  const { texts, language, pick } = useLanguage<'screen'>();
  const { leadUnit, freshness, health } = item;
  const due =
    health === 'OVERDUE'
      ? texts.screen.daysLate(item.daysLate)
      : texts.screen.daysLeft(daysBetween(today, item.dueOn), formatPercent(item.percentComplete, language));
  const silence = freshness.isStale && freshness.ageDays != null ? `, ${texts.screen.silent(freshness.ageDays)}` : '';
  return (
    <span className={styles.detail}>
      {leadUnit !== null && <span className={styles.unit}>{pick(leadUnit.shortName, leadUnit.shortNameEn)} </span>}
      <span>
        · {due}
        {silence}
      </span>
    </span>
  );
}
