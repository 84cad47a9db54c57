import { deriveFreshness } from '../../common/derive-freshness';
import { freshnessText } from '../../common/freshness-text';
import { formatTime } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { useFeed } from '../../common/live/live-provider';
import { useNow } from '../../common/use-now';
import styles from './freshness-chip.module.css';

const TICK_MS = 1_000;

/** Whether what the page shows is live, and if not, until when it holds. */
export function FreshnessChip() {
  const { texts } = useLanguage();
  const { lastHeartbeatAt, clock } = useFeed();
  const now = useNow(clock.now, TICK_MS);
  const freshness = deriveFreshness({ lastHeartbeatAt, now, hasSnapshot: true, access: 'allowed' });
  return (
    <p className={styles.chip} data-freshness={freshness} data-unknown={lastHeartbeatAt === null}>
      <span className={styles.dot} aria-hidden="true" />
      <span role="status">{freshnessText(freshness, lastHeartbeatAt, now, texts)}</span>
      {freshness === 'live' && <time>{formatTime(now)}</time>}
    </p>
  );
}
