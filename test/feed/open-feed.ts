import { WebSocket } from 'ws';
import { Feed, type FeedOptions } from '../../src/web/feed/feed';
import type { ConnectionState } from '../../src/web/feed/public';
import { type Timings, TIMINGS } from '../../src/web/feed/timings';
import { Messages } from '../support/sockets/messages';

/** The kit as it is, only that it comes back at once. */
const EAGER: Timings = { ...TIMINGS, retryWaitMs: () => 5 };

/** The kit where a peer has no time to waste. */
export const IMPATIENT: Timings = {
  ...EAGER,
  keepAliveMs: 20,
  pongTimeoutMs: 200,
  connectTimeoutMs: 300,
  ackTimeoutMs: 100,
};

/** A feed, and what it said of its connection. */
export interface OpenedFeed {
  readonly feed: Feed;
  readonly states: Messages<ConnectionState>;
}

/** Opens a feed as a department's system would, in Node with `ws`. */
export function openFeed(options: Omit<FeedOptions, 'onState'>, timings = EAGER): OpenedFeed {
  const states = new Messages<ConnectionState>();
  const onState = (state: ConnectionState): void => states.push(state);
  return { feed: new Feed({ webSocketImpl: WebSocket, ...options, onState }, timings), states };
}
