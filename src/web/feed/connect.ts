import { Feed, type FeedOptions } from './feed';
import { TIMINGS } from './timings';

/** Connects at once, and stays connected until `close()` or until the server refuses. */
export function connect(options: FeedOptions): Feed {
  if (!/^wss?:\/\//.test(options.url)) throw new TypeError(`${options.url} is not the address of a WebSocket`);
  if (options.webSocketImpl === undefined && typeof WebSocket === 'undefined') {
    throw new TypeError('this runtime has no WebSocket: hand one in as webSocketImpl');
  }
  return new Feed(options, TIMINGS);
}
