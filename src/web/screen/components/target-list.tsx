import { useLanguage } from '../../common/language-context';
import { RowBoundary } from '../../common/ui/row-boundary';
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
const ROOMY_UP_TO = 8;

/** The targets in the programme's own order, which never changes. */
export function TargetList({ targets, marked, newestDuePeriodEnd, year, hideDeltas }: TargetListProps) {
  const { texts } = useLanguage<'screen'>();
  const roomy = targets.length <= ROOMY_UP_TO;
  return (
    <div className={styles.column}>
      <ul className={styles.list} aria-label={texts.screen.targets} data-roomy={roomy}>
        {targets.map((target) => (
          <RowBoundary key={target.number} of={target} name={texts.targetLabel(target.number)} as="li">
            <TargetRow
              target={target}
              change={marked.get(targetKey(target.number))?.change ?? null}
              isOld={isFigureOld(target, newestDuePeriodEnd)}
              year={year}
              roomy={roomy}
              hideDelta={hideDeltas}
            />
          </RowBoundary>
        ))}
      </ul>
      <p className={styles.tolerance}>{texts.screen.tolerance}</p>
    </div>
  );
}
