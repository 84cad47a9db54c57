import type { Client } from 'graphql-ws';
import { type Closing, openSocket } from './open-socket';
import { type Source, Subscription } from './subscription';
import type { Timings } from './timings';

/** The two closes after which the same token is of no use: it was taken away for good, or it has expired. */
const REVOKED = 4401;
const EXPIRED = 4403;

/** How a connection stands. */
export type ConnectionState =
  | { readonly is: 'connected' }
  /** It ended, or a try failed; the next try is on its way. */
  | { readonly is: 'waiting'; readonly reason: string }
  /** The server refused for good (4401 revoked, 4403 expired): nothing more is tried. */
  | { readonly is: 'refused'; readonly code: number; readonly reason: string };

/** Gives the token to come with; asked at the beginning, and again when the server says that the token has expired. */
export type AskToken = () => string | Promise<string>;

/** Where to connect, and as whom. */
export interface ConnectionOptions {
  /** Address of the server, for instance `wss://tiendo.example/graphql`. */
  readonly url: string;
  /** None: the browser's cookie says who connects. */
  readonly token?: string | AskToken;
  /** Language of the server's messages; Vietnamese when none is given. */
  readonly language?: 'vi' | 'en';
  /** Needed where the runtime has no WebSocket of its own: Node before version 22. */
  readonly webSocketImpl?: unknown;
  /** Called at every change. */
  readonly onState?: (state: ConnectionState) => void;
}

/**
 * One WebSocket for any number of subscriptions. It connects at once, and never gives up by itself unless the server refuses it; its subscriptions begin
 * anew on each connection.
 */
export class Connection {
  private readonly subscriptions = new Set<Subscription>();
  private client: Client | null = null;
  private token: string | null = null;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closeSocket: () => void = () => undefined;
  private isOver = false;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly timings: Timings,
    private readonly onState: (state: ConnectionState) => void,
  ) {
    void this.open();
  }

  /** Begins a subscription; it is ended by its `end()`. */
  subscribe(source: Source): Subscription {
    const subscription = new Subscription(source, this.timings, (ended) => this.subscriptions.delete(ended));
    this.subscriptions.add(subscription);
    if (this.client !== null) subscription.begin(this.client);
    return subscription;
  }

  /** Ends all subscriptions and closes the socket. */
  close(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.end();
    this.closeSocket();
  }

  private async open(): Promise<void> {
    const { url, language, webSocketImpl } = this.options;
    try {
      await this.askToken();
    } catch (error) {
      return this.openLater(error instanceof Error ? error.message : String(error));
    }
    if (this.isOver) return;
    const hello = { ...(language && { language }), ...(this.token && { authorization: `Bearer ${this.token}` }) };
    this.closeSocket = openSocket(
      { url, hello, webSocketImpl, timings: this.timings },
      { connected: (client) => this.take(client), gone: (closing) => this.lose(closing) },
    );
  }

  private async askToken(): Promise<void> {
    const { token } = this.options;
    this.token ??= typeof token === 'function' ? await token() : (token ?? null);
  }

  private take(client: Client): void {
    this.tries = 0;
    this.client = client;
    for (const subscription of this.subscriptions) subscription.begin(client);
    this.onState({ is: 'connected' });
  }

  private lose({ code, text }: Closing): void {
    this.client = null;
    for (const subscription of this.subscriptions) subscription.interrupt();
    const canRenew = code === EXPIRED && typeof this.options.token === 'function';
    if (canRenew) this.token = null;
    else if (code === REVOKED || code === EXPIRED) return this.onState({ is: 'refused', code, reason: text });
    this.openLater(text);
  }

  private openLater(reason: string): void {
    if (this.isOver) return;
    this.timer = setTimeout(() => void this.open(), this.timings.retryWaitMs(this.tries++));
    this.onState({ is: 'waiting', reason });
  }
}
