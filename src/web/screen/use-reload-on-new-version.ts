import { useEffect, useRef } from 'react';

const SPREAD_MS = 20_000;

/** Loads the page anew when the server has become another version: a wall stays open for months. Spread, so that walls do not come all at once. */
export function useReloadOnNewVersion(appVersion: string | null): void {
  const first = useRef<string | null>(null);
  useEffect(() => {
    first.current ??= appVersion;
    if (appVersion === null || appVersion === first.current) return undefined;
    const timer = setTimeout(() => window.location.reload(), Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [appVersion]);
}
