import { memo } from 'react';
import { formatForWall, formatPeriod, shortPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import { goalText, valueText } from '../../common/target-text';
import type { Change } from '../model/diff-figures';
import type { Target } from '../model/figure';
import { bulletParts, deltaText, plannedFor } from '../model/target-figures';
import { BulletBar } from './bullet-bar';
import styles from './target-row.module.css';

/** Names with more characters are written smaller, so that they stay whole beside figures in millions. */
const LONG_NAME = 18;

interface TargetRowProps {
  target: Target;
  change: Change | null;
  isOld: boolean;
  /** This year, which need not be written beside a period. */
  year: string;
  roomy: boolean;
  hideDelta: boolean;
}

/** One target: how it stands, what it reached of what was promised, where the plan is, and what changed. */
export const TargetRow = memo(function TargetRow({ target, change, isOld, year, roomy, hideDelta }: TargetRowProps) {
  const words = useLanguage<'screen'>();
  const { texts, language, pick } = words;
  const { latestMeasurement: latest } = target;
  const expected = plannedFor(target);
  const name = pick(target.shortName, target.shortNameEn);
  const parts = bulletParts(target);
  const noFigure = target.comparator === 'QUALITATIVE' ? '' : texts.screen.noFigure;
  const period = latest === null ? noFigure : texts.period(formatPeriod(latest.period, language));
  const delta = hideDelta ? '' : deltaText(target, words);
  const aside = !roomy && isOld && latest !== null ? shortPeriod(latest.period, year, texts.halves) : delta;
  return (
    <li className={styles.row} data-target={target.number} data-changed={change !== null} data-roomy={roomy}>
      <span className={styles.shape}>
        <StatusShape health={target.health} label={texts.healths[target.health]} />
      </span>
      <span className={styles.name} data-long={name.length > LONG_NAME}>
        {name}{' '}
      </span>
      <span className={styles.figure}>
        {change !== null && change.from.value !== change.to.value && (
          <span className={styles.before}>{valueText(target, change.from.value, words)} → </span>
        )}
        <span className={styles.value} data-sample={latest?.isSample ?? false}>
          {valueText(target, latest?.value ?? null, words)}
        </span>
        {(change === null || change.from.value === change.to.value) && (
          <span className={styles.goal}> / {goalText(target, words)}</span>
        )}
      </span>
      {target.comparator === 'QUALITATIVE' && change === null ? (
        <span className={styles.word}>{texts.healths[target.health]}</span>
      ) : (
        <>
          <span>{parts !== null && <BulletBar parts={parts} health={target.health} />}</span>
          <span className={styles.aside}>
            {change === null ? aside : <span className={styles.pill}>{texts.screen.isNew}</span>}
          </span>
        </>
      )}
      {roomy && (
        <>
          <span className={styles.below} data-old={isOld}>
            {period}
          </span>
          {expected !== null && parts !== null && (
            <span className={styles.plan}>{texts.screen.planned(formatForWall(expected, language))}</span>
          )}
        </>
      )}
    </li>
  );
});
