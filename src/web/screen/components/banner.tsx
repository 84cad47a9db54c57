import type { ScreenOverviewQuery } from '../../generated/operations';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import type { Announcement } from '../model/change-marks';
import { describeChange } from '../model/describe-change';
import styles from './banner.module.css';

/** Lies over the header for a few seconds when something becomes, or is no longer, overdue or completed. */
export function Banner({ announcement, snapshot }: { announcement: Announcement; snapshot: ScreenOverviewQuery }) {
  const words = useLanguage<'screen'>();
  if (announcement.kind === 'many') {
    return (
      <aside className={styles.banner} role="status" data-testid="banner">
        <span className={styles.words}>{words.texts.screen.updates(announcement.count)}</span>
      </aside>
    );
  }
  const { from, to } = announcement.change;
  const described = describeChange(announcement.change, snapshot, words);
  if (described === null) return null;
  return (
    <aside className={styles.banner} role="status" data-testid="banner">
      <span className={styles.shape}>
        <StatusShape health={from.health} />
      </span>
      <span className={styles.arrow}>→</span>
      <span className={styles.shape}>
        <StatusShape health={to.health} />
      </span>
      <span className={styles.words}>
        {described.label} · {described.name}
      </span>
      <span className={styles.status}>{words.texts.healths[to.health]}</span>
    </aside>
  );
}
