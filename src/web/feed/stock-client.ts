import type { Client } from 'graphql-ws';
import { TIMINGS } from './timings';

const EXPIRED = 4403;

/**
 * Options of graphql-ws with which its client stays connected. Its own give up after five tries, and at once when nobody is there; wait longer and longer
 * without bound; and send no pings. It takes 4401 as final by itself; after 4403 the same token would be of no use.
 */
export const STAY_CONNECTED = {
  retryAttempts: Infinity,
  shouldRetry: (reason: unknown): boolean => (reason as { code?: unknown } | null)?.code !== EXPIRED,
  retryWait: (retries: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, TIMINGS.retryWaitMs(retries));
    }),
  keepAlive: TIMINGS.keepAliveMs,
  connectionAckWaitTimeout: TIMINGS.ackTimeoutMs,
};

/**
 * A graphql-ws client whose `events` subscriptions go on after a reconnection where they were. For other libraries that bring their own subscriptions (Apollo
 * Client, urql): the document takes `$after: Cursor`, hands it to `events(after: $after)` and selects `cursor`.
 */
export function resuming(client: Client): Client {
  return {
    ...client,
    subscribe: (payload, sink) => {
      // graphql-ws sends this object again on each connection, as it is then
      const asked = { ...payload };
      return client.subscribe(asked, {
        next: (result) => {
          const cursor = cursorOf(result.data);
          if (cursor !== undefined) asked.variables = { ...asked.variables, after: cursor };
          sink.next(result as Parameters<typeof sink.next>[0]);
        },
        error: (error) => sink.error(error),
        complete: () => sink.complete(),
      });
    },
  };
}

function cursorOf(data: unknown): string | undefined {
  return (data as { events?: { cursor?: string } | null } | null | undefined)?.events?.cursor;
}
