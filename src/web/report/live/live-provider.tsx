import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { LiveConnection } from '../../common/graphql/live-connection';
import { useLanguage } from '../../common/language-context';

interface Live {
  connection: LiveConnection | null;
  isConnected: boolean;
}

const LiveContext = createContext<Live>({ connection: null, isConnected: false });

/** One connection for all live lists of a signed-in page; `onRefused` when the server no longer takes this account. */
export function LiveProvider({ onRefused, children }: { onRefused: () => void; children: ReactNode }) {
  const { language } = useLanguage();
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  const [isConnected, setConnected] = useState(false);
  useEffect(() => {
    const opened = new LiveConnection(language, {
      connected: () => setConnected(true),
      lost: () => setConnected(false),
      refused: onRefused,
    });
    setConnection(opened);
    return () => opened.dispose();
  }, [language, onRefused]);
  return <LiveContext value={{ connection, isConnected }}>{children}</LiveContext>;
}

/** The page's connection. */
export function useConnection(): Live {
  return useContext(LiveContext);
}
