import { type Client, type CloseCode, createClient } from 'graphql-ws';
import type { CuttableSocket } from './cuttable-socket';

/** A graphql-ws client as docs/feed.md shows it, with a test's patience and sockets. */
export function stockClient(url: string, token: string | null, { impl }: CuttableSocket): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token ?? ''}`, language: 'vi' },
    webSocketImpl: impl,
    retryAttempts: Infinity,
    shouldRetry: (reason) => ![4401, 4403].includes((reason as { code?: CloseCode }).code ?? 0),
    retryWait: () => Promise.resolve(),
    keepAlive: 10_000,
  });
}
