import { formatDate, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { goalText, isPercentage, valueText } from '../../common/target-text';
import { HealthLabel } from '../../common/ui/health-label';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Target } from '../model/rows';
import { trajectoryChart } from '../model/trajectory-chart';
import { useJustChanged } from '../ui/use-just-changed';
import { expectedDelta } from './expected-delta';
import { InCharge } from './in-charge';
import styles from './target-card.module.css';
import { TrajectoryPicture } from './trajectory-picture';

/** One target: what was reached of what was promised, along its trajectory, and who is in charge. */
export function TargetCard({ target, today }: { target: Target; today: string | null }) {
  const { texts, pick } = useLanguage();
  const { latestMeasurement: latest } = target;
  const chart = trajectoryChart(target, today);
  const isChanged = useJustChanged(`${latest?.value} ${latest?.period} ${target.health} ${target.isUnattended}`);
  return (
    <li
      className={`card ${styles.card}`}
      data-target={target.number}
      data-changed={isChanged}
      data-unattended={target.isUnattended}
    >
      <div className={styles.top}>
        <span className={styles.number}>{texts.screen.targetLabel(target.number)}</span>
        <HealthLabel health={target.health} />
      </div>
      <div>
        <h3>
          {pick(target.shortName, target.shortNameEn)} {target.isSample && <SampleMark />}
        </h3>
        <p className={styles.full}>{pick(target.name, target.nameEn)}</p>
      </div>
      <Figures target={target} />
      {chart === null ? (
        <blockquote className={styles.wording}>«{target.wording}»</blockquote>
      ) : (
        <TrajectoryPicture chart={chart} health={target.health} />
      )}
      <InCharge target={target} />
    </li>
  );
}

function Figures({ target }: { target: Target }) {
  const words = useLanguage();
  const { texts } = words;
  const { latestMeasurement: latest, expectedValue: expected } = target;
  const unit = isPercentage(target) && target.comparator !== 'RANK' ? '%' : '';
  const isAssessed = target.comparator === 'QUALITATIVE';
  return (
    <div className={styles.figures}>
      <p className={styles.value}>
        {latest === null ? (
          <span className={styles.none}>{isAssessed ? texts.qualitative : texts.programme.targets.noFigure}</span>
        ) : (
          <>
            <strong data-testid="value">{`${valueText(target, latest.value, words)}${unit}`}</strong>
            <span>{texts.programme.targets.period(formatPeriod(latest.period))}</span>
            {latest.isSample && <SampleMark />}
          </>
        )}
      </p>
      <p className={styles.goal}>{texts.programme.targets.goal(goalText(target, words), formatDate(target.dueOn))}</p>
      <p className={styles.goal} data-behind={expectedDelta(target).isBehind}>
        {isAssessed && texts.programme.targets.assessed}
        {expected !== null &&
          texts.programme.targets.expected(
            `${valueText(target, expected, words)}${unit}`,
            expectedDelta(target).text(words.language),
          )}
      </p>
    </div>
  );
}
