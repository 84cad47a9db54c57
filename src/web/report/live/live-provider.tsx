import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { openFeed } from '../../common/graphql/open-feed';
import { useLanguage } from '../../common/language-context';
import type { Feed } from '../../feed/public';

interface Live {
  feed: Feed | null;
  isConnected: boolean;
}

const LiveContext = createContext<Live>({ feed: null, isConnected: false });

/** One connection for all live lists of a signed-in page; `onRefused` when the server no longer takes this account. */
export function LiveProvider({ onRefused, children }: { onRefused: () => void; children: ReactNode }) {
  const { language } = useLanguage();
  const [feed, setFeed] = useState<Feed | null>(null);
  const [isConnected, setConnected] = useState(false);
  useEffect(() => {
    const opened = openFeed(language, {
      onState: ({ is }) => {
        setConnected(is === 'connected');
        if (is === 'refused') onRefused();
      },
    });
    setFeed(opened);
    return () => opened.close();
  }, [language, onRefused]);
  return <LiveContext value={{ feed, isConnected }}>{children}</LiveContext>;
}

/** The page's live data. */
export function useFeed(): Live {
  return useContext(LiveContext);
}
