import { formatDate, formatPercent } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import { ProgressBar } from '../../common/ui/progress-bar';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Item } from '../model/rows';
import { useJustChanged } from '../ui/use-just-changed';
import { ItemDetails } from './item-details';
import styles from './item-row.module.css';

/** One item in a line; opened, everything a member asks next. */
export function ItemRow({ item }: { item: Item }) {
  const { texts, language, pick } = useLanguage<'programme'>();
  const isChanged = useJustChanged(`${item.percentComplete} ${item.health}`);
  const unit = item.leadUnit === null ? '' : pick(item.leadUnit.shortName, item.leadUnit.shortNameEn);
  return (
    <li data-item={item.code} data-item-health={item.health} data-changed={isChanged}>
      <details className={styles.details}>
        <summary className={styles.row}>
          <StatusShape health={item.health} label={texts.healths[item.health]} />
          <span className={styles.code}>
            {item.code} {item.isSample && <SampleMark />}
          </span>
          <span className={styles.name}>
            <strong>{pick(item.shortName, item.shortNameEn)}</strong>
            <span className={styles.unit}>{unit}</span>
          </span>
          <span className={styles.progress}>
            <ProgressBar percent={item.percentComplete} planned={item.plannedPercent} health={item.health} />
            <span className={styles.small}>
              {texts.programme.work.against(
                formatPercent(item.percentComplete, language),
                formatPercent(item.plannedPercent, language),
              )}
            </span>
          </span>
          <span className={styles.time}>
            <TimeWords item={item} />
          </span>
        </summary>
        <ItemDetails item={item} />
      </details>
    </li>
  );
}

function TimeWords({ item: { completedOn, daysLate, dueOn, health } }: { item: Item }) {
  const { texts } = useLanguage<'programme'>();
  const words = texts.programme.work;
  if (completedOn !== null) return <span>{words.completedOn(formatDate(completedOn))}</span>;
  return (
    <>
      <span>{words.dueOn(formatDate(dueOn))}</span>
      {daysLate > 0 ? (
        <strong className={styles.late}>{words.daysLate(daysLate)}</strong>
      ) : (
        <span className={styles.word}>{texts.healths[health]}</span>
      )}
    </>
  );
}
