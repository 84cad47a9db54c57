import { useEffect } from 'react';
import { useLanguage } from '../common/language-context';
import { useNow } from '../common/use-now';
import { ClosedPage } from './components/closed-page';
import { Overview } from './components/overview';
import { deriveFreshness } from '../common/derive-freshness';
import { useReloadOnNewVersion } from './use-reload-on-new-version';
import { useScreenFeed } from './use-screen-feed';

const TICK_MS = 1_000;

/** The whole wall: the overview while there are figures to show, else how to get some. */
export function ScreenApp() {
  const { texts } = useLanguage<'screen'>();
  const { state, now: readNow } = useScreenFeed();
  const now = useNow(readNow, TICK_MS);
  useReloadOnNewVersion(state.appVersion);
  useEffect(() => {
    document.title = texts.screen.documentTitle;
  }, [texts]);

  const { snapshot, access, lastHeartbeatAt } = state;
  const freshness = deriveFreshness({ lastHeartbeatAt, now, access, hasSnapshot: snapshot?.programme != null });
  if (snapshot === null || freshness === 'none' || freshness === 'revoked') return <ClosedPage state={state} />;
  return <Overview snapshot={snapshot} freshness={freshness} state={state} now={now} />;
}
