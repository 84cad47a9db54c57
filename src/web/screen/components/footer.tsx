import type { ScreenOverviewQuery } from '../../generated/operations';
import { dateInHanoi, formatDayMonth, formatTime } from '../../common/format';
import { HEALTHS } from '../../common/health';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import type { ChangeMarks } from '../model/change-marks';
import { describeChange } from '../model/describe-change';
import { newestFigureAt } from '../model/newest-figure-at';
import styles from './footer.module.css';

/** What the shapes mean, what changed last, and which page this is. */
export function Footer({ snapshot, last }: { snapshot: ScreenOverviewQuery; last: ChangeMarks['last'] }) {
  const { texts } = useLanguage<'screen'>();
  return (
    <footer className={styles.footer}>
      <ul className={styles.legend}>
        {HEALTHS.map((health) => (
          <li key={health}>
            <StatusShape health={health} /> {texts.healths[health]}
          </li>
        ))}
        {snapshot.installation.hasSampleRows && (
          <li className={styles.sample} data-testid="sample-mark">
            <span className={styles.dashes} aria-hidden="true" /> {texts.sampleData}
          </li>
        )}
      </ul>
      <LastChange snapshot={snapshot} last={last} />
      <span className={styles.page}>1/1</span>
    </footer>
  );
}

function LastChange({ snapshot, last }: { snapshot: ScreenOverviewQuery; last: ChangeMarks['last'] }) {
  const words = useLanguage<'screen'>();
  const { texts } = words;
  if (last === null) {
    const at = newestFigureAt(snapshot);
    const text = at === null ? '' : texts.screen.lastChange(formatTime(at), formatDayMonth(dateInHanoi(at)));
    return (
      <p className={styles.last} data-testid="last-change">
        {text}
      </p>
    );
  }
  const { announcement, at } = last;
  const described = announcement.kind === 'one' ? describeChange(announcement.change, snapshot, words) : null;
  return (
    <p className={styles.last} data-testid="last-change">
      <span>{formatTime(at)}</span>{' '}
      {announcement.kind === 'many' && <span>· {texts.screen.updates(announcement.count)}</span>}
      {described?.unit != null && <span className={styles.unit}>{described.unit}</span>}{' '}
      {described !== null && (
        <span>
          · {described.label} {described.step}
        </span>
      )}
    </p>
  );
}
