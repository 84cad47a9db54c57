import { Connection, type ConnectionOptions, type ConnectionState } from './connection';
import { type Counts, noCounts } from './counts';
import { type EventRequest, type EventSink, eventStream } from './event-stream';
import { type Freshness, freshnessOf } from './freshness';
import { askHead, type Heartbeat, heartbeats } from './heartbeat';
import { type LiveSink, liveQuery } from './live-query';
import type { Operation } from './operation';
import type { Subscription } from './subscription';
import { tell } from './tell';
import type { Timings } from './timings';

/** Where to connect, as whom, and what to be told. */
export interface FeedOptions extends ConnectionOptions {
  /** Called at every heartbeat: once on connecting, then every 15 seconds. */
  readonly onHeartbeat?: (beat: Heartbeat) => void;
}

/** Live data of one server over one connection. */
export class Feed {
  private readonly connection: Connection;
  private readonly done: Counts = noCounts();
  private readonly since = Date.now();
  private heard: Omit<Freshness, 'state'> = { lastHeardAt: null, cursor: null };
  private isRefused = false;

  constructor(options: FeedOptions, timings: Timings) {
    this.connection = new Connection(options, timings, (state) => this.note(state, options));
    this.connection.subscribe(
      heartbeats((beat) => {
        this.heard = { lastHeardAt: Date.now(), cursor: beat.cursor };
        tell(options.onHeartbeat, beat);
      }),
    );
  }

  /** A query's answer, now and whenever it changes. The returned function ends it. */
  live<TData, TVariables extends Record<string, unknown> = Record<string, unknown>>(
    query: string | Operation<TData, TVariables>,
    variables: TVariables,
    sink: LiveSink<TData>,
  ): () => void {
    const subscription = this.connection.subscribe(liveQuery(query, variables, sink, this.done));
    return () => subscription.end();
  }

  /** The log after a cursor: every event once, in order, over all reconnections. The returned function ends it. */
  events<TSelected = Record<string, unknown>>(request: EventRequest, sink: EventSink<TSelected>): () => void {
    const follow = (after: string): Subscription =>
      this.connection.subscribe(eventStream(request, after, sink, this.done));
    let subscription: Subscription;
    if (request.after !== undefined) subscription = follow(request.after);
    else {
      // a stream without a cursor could not be resumed before its first event
      subscription = this.connection.subscribe(
        askHead((head) => {
          subscription = follow(head);
        }),
      );
    }
    return () => subscription.end();
  }

  /** How fresh the data are, by the server's heartbeat. */
  freshness(): Freshness {
    return freshnessOf(this.heard, this.isRefused, this.since, Date.now());
  }

  /** What was done so far. */
  get counts(): Readonly<Counts> {
    return { ...this.done };
  }

  /** Ends everything; the feed cannot be used again. */
  close(): void {
    this.connection.close();
  }

  private note(state: ConnectionState, { onState }: FeedOptions): void {
    if (state.is === 'connected') this.done.connections += 1;
    this.isRefused = state.is === 'refused';
    tell(onState, state);
  }
}
