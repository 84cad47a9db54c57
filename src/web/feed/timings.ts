import { retryWaitMs } from './retry-wait';

/** How patient a connection is. */
export interface Timings {
  /** The wait before try number `retries`, counted from 0. */
  readonly retryWaitMs: (retries: number) => number;
  /** Time between two pings. */
  readonly keepAliveMs: number;
  /** How long a pong may take; keep-alive alone does not notice a peer that stopped answering. */
  readonly pongTimeoutMs: number;
  /** How long a connection may take to be made: a server to which everybody comes back at once lets them wait their turn. */
  readonly connectTimeoutMs: number;
  /** How long the server may then take to acknowledge it. */
  readonly ackTimeoutMs: number;
}

export const TIMINGS: Timings = {
  retryWaitMs: (retries) => retryWaitMs(retries),
  keepAliveMs: 10_000,
  pongTimeoutMs: 5_000,
  connectTimeoutMs: 30_000,
  ackTimeoutMs: 10_000,
};
