import { useEffect, useMemo, useState } from 'react';
import { send } from '../graphql/send';
import { useLanguage } from '../language-context';
import type { Operation } from '../../feed/public';
import { messageOf } from '../ui/field-error';
import { useFeed } from './live-provider';

interface LiveResult<TData> {
  data: TData | null;
  /** Set while there is something to say about why the data may be missing or old. */
  error: string | null;
}

/** How long a connection may take before the page asks over HTTP, and how often it does so then. */
const PATIENCE_MS = 2_500;
const POLL_MS = 15_000;

/** A query's answer, kept live; over HTTP while there is no connection. `query` must be a constant of the module. */
export function useLive<TData, TVariables extends Record<string, unknown>>(
  query: Operation<TData, TVariables>,
  variables: TVariables,
): LiveResult<TData> {
  const { feed, isConnected } = useFeed();
  const { language, texts } = useLanguage();
  const [result, setResult] = useState<LiveResult<TData>>({ data: null, error: null });
  const key = JSON.stringify(variables);
  const settled = useMemo(() => JSON.parse(key) as TVariables, [key]);
  const offline = texts.common.listOffline;

  useEffect(() => {
    setResult({ data: null, error: null });
    return feed?.live(query, settled, {
      next: (data) => setResult({ data, error: null }),
      failed: ({ message }) =>
        setResult((current) => ({ ...current, error: current.data === null ? message : offline })),
    });
  }, [feed, query, settled, offline]);

  useEffect(() => {
    if (isConnected) return undefined;
    const ask = () => {
      send(query, settled, language).then(
        (data) => setResult({ data, error: offline }),
        (error: unknown) => setResult((current) => ({ ...current, error: messageOf(error, offline) })),
      );
    };
    const first = setTimeout(ask, PATIENCE_MS);
    const timer = setInterval(ask, POLL_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isConnected, query, settled, language, offline]);

  return result;
}
