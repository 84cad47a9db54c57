import type { Client, SubscribePayload } from 'graphql-ws';
import type { Timings } from './timings';
import type { WireError, WireResult } from './wire';

/**
 * What becomes of a subscription after a message: all is well; the server refused, and may still answer; the message cannot be used, so it begins anew;
 * nothing more is wanted.
 */
export type Verdict = 'good' | 'failed' | 'again' | 'over';

/** What is asked, and who takes the messages. */
export interface Source {
  /** Asked at each beginning, so that it can say what the client has by then. */
  payload(): SubscribePayload;
  take(result: WireResult): Verdict;
}

/** One operation over as many connections as it takes: it begins anew on each, and after the server ended it, until it is ended here. */
export class Subscription {
  private client: Client | null = null;
  private stopRun: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isOver = false;

  constructor(
    private readonly source: Source,
    private readonly timings: Timings,
    private readonly onEnd: (subscription: Subscription) => void,
  ) {}

  /** Begins on a connection. */
  begin(client: Client): void {
    this.client = client;
    // graphql-ws may hand over what had already arrived when a run was stopped
    let isStopped = false;
    const stop = client.subscribe(this.source.payload(), {
      next: (result) => {
        if (!isStopped) this.follow(this.source.take(result as WireResult));
      },
      error: (reason) => {
        if (isStopped) return;
        const errors = Array.isArray(reason) ? (reason as WireError[]) : [];
        if (errors.length > 0) this.follow(this.source.take({ errors }));
        this.beginLater();
      },
      complete: () => {
        if (!isStopped) this.beginLater();
      },
    });
    this.stopRun = () => {
      isStopped = true;
      stop();
    };
  }

  /** The connection is gone: waits for the next one. */
  interrupt(): void {
    this.client = null;
    this.stop();
  }

  /** Ends the subscription for good. */
  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.interrupt();
    this.onEnd(this);
  }

  private follow(verdict: Verdict): void {
    if (verdict === 'good') this.failures = 0;
    else if (verdict === 'over') this.end();
    else if (verdict === 'again') this.beginAnew();
  }

  /** At once after a message that was good, after a wait otherwise. */
  private beginAnew(): void {
    if (this.failures > 0 || this.client === null) return this.beginLater();
    this.failures = 1;
    this.stop();
    this.begin(this.client);
  }

  private beginLater(): void {
    this.stop();
    const { client } = this;
    if (client === null) return;
    this.timer = setTimeout(() => this.begin(client), this.timings.retryWaitMs(this.failures++));
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.stopRun?.();
    this.stopRun = null;
  }
}
