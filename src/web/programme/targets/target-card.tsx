import { useLanguage } from '../../common/language-context';
import { HealthLabel } from '../../common/ui/health-label';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Target } from '../model/rows';
import { trajectoryChart } from '../model/trajectory-chart';
import { useJustChanged } from '../ui/use-just-changed';
import { InCharge } from './in-charge';
import styles from './target-card.module.css';
import { TargetFigures } from './target-figures';
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
        <span className={styles.number}>{texts.targetLabel(target.number)}</span>
        <HealthLabel health={target.health} />
      </div>
      <div>
        <h3>
          {pick(target.shortName, target.shortNameEn)} {target.isSample && <SampleMark />}
        </h3>
        <p className={styles.full}>{pick(target.name, target.nameEn)}</p>
      </div>
      <TargetFigures target={target} />
      {chart === null ? (
        <blockquote className={styles.wording} lang="vi">
          “{target.wording}”
        </blockquote>
      ) : (
        <TrajectoryPicture chart={chart} health={target.health} />
      )}
      <InCharge target={target} />
    </li>
  );
}
