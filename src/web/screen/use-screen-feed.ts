import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../common/language-context';
import type { FeedState } from './feed/feed-state';
import { ScreenFeed } from './feed/screen-feed';
import { planItemCodes } from './model/plan-item-codes';

/** The programme that this installation is about, where the address names no other. */
const DEFAULT_PROGRAMME = '07-CTr/TU';

/** Starts the wall's feed and hands out its state; ends it with the page. */
export function useScreenFeed(): { state: FeedState; now: () => number } {
  const { language } = useLanguage<'screen'>();
  const [feed] = useState(() => {
    const programme = new URLSearchParams(window.location.search).get('programme') ?? DEFAULT_PROGRAMME;
    return new ScreenFeed({ programme, items: planItemCodes(programme) }, language);
  });
  useEffect(() => {
    void feed.start();
    return () => feed.stop();
  }, [feed]);
  return { state: useSyncExternalStore(feed.subscribe, feed.getState), now: feed.clock.now };
}
