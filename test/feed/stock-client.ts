import { type Client, createClient } from 'graphql-ws';
import { STAY_CONNECTED } from '../../src/web/feed/public';
import type { CuttableSocket } from './cuttable-socket';

/** A graphql-ws client as docs/feed.md shows it, with a test's patience and sockets. */
export function stockClient(url: string, token: string | null, { impl }: CuttableSocket): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token ?? ''}`, language: 'vi' },
    webSocketImpl: impl,
    ...STAY_CONNECTED,
    retryWait: () => Promise.resolve(),
  });
}
