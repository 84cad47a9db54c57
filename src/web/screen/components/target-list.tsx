import { useLanguage } from '../../common/language-context';
import type { ChangeMarks } from '../model/change-marks';
import { type Target, targetKey } from '../model/figure';
import { isFigureOld } from '../model/target-figures';
import styles from './target-list.module.css';
import { TargetRow } from './target-row';

interface TargetListProps {
  targets: readonly Target[];
  marked: ChangeMarks['marked'];
  newestDuePeriodEnd: string | null;
  year: string;
  hideDeltas: boolean;
}

/** Up to this many targets, each row has room for a second line. */
const ROOMY_UP_TO = 9;

/** The targets in the programme's own order, which never changes. */
export function TargetList({ targets, marked, newestDuePeriodEnd, year, hideDeltas }: TargetListProps) {
  const { texts } = useLanguage<'screen'>();
  const roomy = targets.length <= ROOMY_UP_TO;
  return (
    <ul className={styles.list} aria-label={texts.screen.targets} data-roomy={roomy}>
      {targets.map((target) => (
        <TargetRow
          key={target.number}
          target={target}
          change={marked.get(targetKey(target.number))?.change ?? null}
          isOld={isFigureOld(target, newestDuePeriodEnd)}
          year={year}
          roomy={roomy}
          hideDelta={hideDeltas}
        />
      ))}
    </ul>
  );
}
