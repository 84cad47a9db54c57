/** What the package gives to others; our own pages use nothing else of it. */
export { connect } from './connect';
export type { AskToken, ConnectionState } from './connection';
export type { Counts } from './counts';
export type { EventRequest, EventSink, StreamedEvent } from './event-stream';
export type { Feed, FeedOptions } from './feed';
export { FeedError, GapError } from './feed-error';
export { type Freshness, freshnessOfAge } from './freshness';
export type { Heartbeat } from './heartbeat';
export type { LiveSink } from './live-query';
export { type Operation, operation } from './operation';
export { resuming, STAY_CONNECTED } from './stock-client';
