import { formatDate, formatDelta, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { PageTexts } from '../../common/texts/texts';
import { goalText, isPercentage, valueText } from '../../common/target-text';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Target } from '../model/rows';
import styles from './target-figures.module.css';

/** The numbers of a target: reached, against its trajectory, expected today, promised. */
export function TargetFigures({ target }: { target: Target }) {
  const words = useLanguage<'programme'>();
  const { programme } = words.texts;
  const { latestMeasurement: latest, expectedValue: expected, comparator } = target;
  const isAssessed = comparator === 'QUALITATIVE' || comparator === 'RANK';
  const write = (value: number) =>
    `${valueText(target, value, words)}${isPercentage(target) && comparator !== 'RANK' ? '%' : ''}`;
  return (
    <div className={styles.figures}>
      <p className={styles.value}>
        {latest === null ? (
          <span className={styles.none}>
            {comparator === 'QUALITATIVE' ? programme.targets.notMeasured : programme.targets.noFigure}
          </span>
        ) : (
          <>
            <strong data-testid="value">{write(latest.value)}</strong>
            <span>{words.texts.period(formatPeriod(latest.period, words.language))}</span>
            {latest.isSample && <SampleMark />}
          </>
        )}
      </p>
      <Against target={target} />
      {isAssessed && <p className={styles.line}>{assessmentOf(target, programme.targets)}</p>}
      {target.expectedAtMeasurement !== null && (
        <p className={styles.line}>{programme.targets.expectedThen(write(target.expectedAtMeasurement))}</p>
      )}
      {expected !== null && <p className={styles.line}>{programme.targets.expected(write(expected))}</p>}
      <p className={styles.line}>{programme.targets.goal(goalText(target, words), formatDate(target.dueOn))}</p>
    </div>
  );
}

/** Who says how the target stands, and where it is known when and on what basis. */
function assessmentOf({ assessedOn, assessmentBasis }: Target, words: PageTexts['programme']['targets']): string {
  return assessedOn === null ? words.assessed : words.assessedOn(formatDate(assessedOn), assessmentBasis ?? '');
}

/** How far the newest figure is from its trajectory; an alarm only where the target's status is one. */
function Against({ target }: { target: Target }) {
  const { texts, language } = useLanguage<'programme'>();
  const words = texts.programme.targets;
  const { deviation } = target;
  if (deviation === null) return null;
  const isBehind = target.health === 'AT_RISK' || target.health === 'OVERDUE';
  return (
    <p className={styles.line} data-behind={isBehind}>
      {deviation === 0 ? words.onPlan : words.against(formatDelta(deviation, language))}
    </p>
  );
}
