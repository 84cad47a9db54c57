import { formatDate, formatTime, quarterOf } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { Freshness } from '../../common/derive-freshness';
import { freshnessText } from '../../common/freshness-text';
import styles from './header.module.css';

interface HeaderProps {
  programmeCode: string;
  freshness: Freshness;
  lastHeartbeatAt: number | null;
  today: string;
  isShifted: boolean;
  now: number;
}

/** What is shown and how fresh it is. While the connection is lost the whole line becomes a bar that says so. */
export function Header({ programmeCode, freshness, lastHeartbeatAt, today, isShifted, now }: HeaderProps) {
  const { texts } = useLanguage<'screen'>();
  const isBar = freshness === 'lost' || freshness === 'stale';
  const quarter = quarterOf(today);
  // nothing is said of time before the server's is known; the room for it is kept
  const isUnknown = lastHeartbeatAt === null;
  return (
    <header className={styles.header} data-bar={isBar ? freshness : undefined}>
      {!isBar && (
        <h1 className={styles.title}>
          {texts.screen.programme(programmeCode)} <span className={styles.page}>· {texts.screen.pageName}</span>
        </h1>
      )}
      <p className={styles.chip} data-freshness={freshness} data-unknown={isUnknown} role="status">
        {!isBar && <span className={styles.dot} aria-hidden="true" />}
        {freshnessText(freshness, lastHeartbeatAt, now, texts)}
      </p>
      <p className={styles.clock} data-unknown={isUnknown}>
        {!isBar && <span aria-hidden="true">· </span>}
        <time>{formatTime(now)}</time>
        {!isBar && <> · {texts.quarter(quarter.label, quarter.daysLeft)}</>}
      </p>
      {isShifted && <p className={styles.simulated}>{texts.simulatedClock(formatDate(today))}</p>}
    </header>
  );
}
