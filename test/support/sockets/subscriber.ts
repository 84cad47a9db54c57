import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Messages } from './messages';

/** One answer or delivery over WebSocket. `data` is as loose as the query that asked for it. */
export interface Delivery<Data> {
  readonly data: Data;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
  readonly extensions?: { readonly cursor: string; readonly hash: string };
}

/** How the server closed a connection. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** An open subscription. */
export interface Subscription<Data> {
  readonly messages: Messages<Delivery<Data>>;
  /** Sends `complete`. */
  complete(): void;
}

/** A client of the server's WebSocket as others have it: graphql-ws, unchanged, without a retry of its own. */
export class Subscriber {
  private socket: WebSocket | null = null;
  private readonly client: Client;
  /** Resolves when the connection is gone. */
  readonly closed: Promise<Closing>;

  constructor(url: string, token: string | null, language = 'vi') {
    let close: (closing: Closing) => void;
    this.closed = new Promise((resolve) => {
      close = resolve;
    });
    this.client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { language, ...(token !== null && { authorization: `Bearer ${token}` }) },
      retryAttempts: 0,
      // one connection for everything that the subscriber does
      lazy: false,
      onNonLazyError: () => undefined,
      on: {
        opened: (socket) => {
          this.socket = socket as WebSocket;
        },
        closed: (event) => {
          const { code, reason } = event as Closing;
          close({ code, reason });
        },
      },
    });
  }

  /** Opens a subscription; its messages end with the connection, with `complete`, or with an error message. */
  subscribe<Data>(
    query: string,
    variables: Record<string, unknown> = {},
    extensions?: Record<string, unknown>,
  ): Subscription<Data> {
    const messages = new Messages<Delivery<Data>>();
    const complete = this.client.subscribe<Data>(
      { query, variables, ...(extensions && { extensions }) },
      {
        next: (delivery) => messages.push(delivery as unknown as Delivery<Data>),
        error: (error) => messages.end(endingOf(error)),
        complete: () => messages.end(new Error('complete')),
      },
    );
    return { messages, complete };
  }

  /** Runs a query or a mutation and gives its answer. */
  ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Delivery<Data>> {
    return this.subscribe<Data>(query, variables).messages.next();
  }

  /** Breaks the connection as a cut cable would. */
  cut(): void {
    this.socket?.terminate();
  }

  /** Stops reading from the network; what the server sends piles up on its side. */
  stopReading(): void {
    this.socket?.pause();
  }

  /** Reads again. */
  goOnReading(): void {
    this.socket?.resume();
  }

  /** Closes the connection in good order. */
  async close(): Promise<void> {
    await this.client.dispose();
    if (this.socket !== null) await this.closed;
  }
}

/** Why a subscription ended: the codes of an error message, or the code with which the connection closed. */
function endingOf(error: unknown): Error {
  if (Array.isArray(error)) {
    const codes = (error as { extensions?: { code?: string } }[]).map((entry) => entry.extensions?.code ?? 'none');
    return new Error(`error ${codes.join(' ')}`, { cause: error });
  }
  const { code, reason } = error as Partial<Closing>;
  // without a code it is an event that says that there was nobody to connect to
  return new Error(code === undefined ? 'closed 1006 could not connect' : `closed ${code} ${reason}`);
}
