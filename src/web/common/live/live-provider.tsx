import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Feed } from '../../feed/public';
import { openFeed } from '../graphql/open-feed';
import { useLanguage } from '../language-context';
import { ServerClock } from '../server-clock';

interface Live {
  feed: Feed | null;
  isConnected: boolean;
  /** Programme time of the newest heartbeat in milliseconds; null before the first. */
  lastHeartbeatAt: number | null;
  /** Programme date of the newest heartbeat. */
  today: string | null;
  clock: ServerClock;
}

const LiveContext = createContext<Live | null>(null);

/** One connection for all live lists of a signed-in page; `onRefused` when the server no longer takes this account. */
export function LiveProvider({ onRefused, children }: { onRefused: () => void; children: ReactNode }) {
  const { language } = useLanguage();
  const [clock] = useState(() => new ServerClock());
  const [feed, setFeed] = useState<Feed | null>(null);
  const [isConnected, setConnected] = useState(false);
  const [beat, setBeat] = useState<Pick<Live, 'lastHeartbeatAt' | 'today'>>({ lastHeartbeatAt: null, today: null });
  useEffect(() => {
    const opened = openFeed(language, {
      onState: ({ is }) => {
        setConnected(is === 'connected');
        if (is === 'refused') onRefused();
      },
      onHeartbeat: ({ serverTime, today }) => setBeat({ lastHeartbeatAt: clock.correct(serverTime), today }),
    });
    setFeed(opened);
    return () => opened.close();
  }, [language, onRefused, clock]);
  return <LiveContext value={{ feed, isConnected, ...beat, clock }}>{children}</LiveContext>;
}

/** The page's live data. */
export function useFeed(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('a live list is shown outside its LiveProvider');
  return live;
}
