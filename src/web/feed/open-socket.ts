import { type Client, createClient } from 'graphql-ws';
import type { Timings } from './timings';

const TOO_LATE = 4408;

/** Why a socket is gone; without a code when it never stood. */
export interface Closing {
  readonly code: number | null;
  readonly text: string;
}

interface SocketOptions {
  readonly url: string;
  /** What the server is told in `connection_init`. */
  readonly hello: Readonly<Record<string, unknown>>;
  readonly webSocketImpl: unknown;
  readonly timings: Timings;
}

interface SocketEvents {
  /** The server acknowledged the connection: operations can be sent. */
  connected(client: Client): void;
  /** Called once, and never after the socket was closed from here. */
  gone(closing: Closing): void;
}

type Closable = Pick<WebSocket, 'close'>;

/** Opens one socket without any retry of its own, and watches that its peer answers. The returned function closes it. */
export function openSocket({ url, hello, webSocketImpl, timings }: SocketOptions, events: SocketEvents): () => void {
  let socket: Closable | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const finish = (): void => {
    isOver = true;
    clearTimeout(patience);
    // fails when the socket never stood: nothing is left to be closed then
    Promise.resolve(client.dispose()).catch(() => undefined);
  };
  const lose = (reason: unknown): void => {
    if (isOver) return;
    finish();
    events.gone(closingOf(reason));
  };
  /** Gives the socket up after a while, without waiting until it is closed: a dead peer takes its time for that too. */
  const giveUpAfter = (milliseconds: number, reason: string): void => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      socket?.close(TOO_LATE, reason);
      lose({ code: TOO_LATE, reason });
    }, milliseconds);
  };

  const client = createClient({
    url,
    connectionParams: hello,
    webSocketImpl,
    lazy: false,
    retryAttempts: 0,
    keepAlive: timings.keepAliveMs,
    connectionAckWaitTimeout: timings.ackTimeoutMs,
    onNonLazyError: lose,
    on: {
      opened: (opened) => {
        socket = opened as Closable;
        if (isOver) socket.close();
      },
      connected: () => {
        clearTimeout(patience);
        if (!isOver) events.connected(client);
      },
      ping: (isReceived) => {
        if (!isReceived && !isOver) giveUpAfter(timings.pongTimeoutMs, 'no pong');
      },
      pong: () => clearTimeout(patience),
      error: lose,
      closed: lose,
    },
  });
  giveUpAfter(timings.connectTimeoutMs, 'no connection');
  return () => {
    finish();
    socket?.close(1000);
  };
}

function closingOf(reason: unknown): Closing {
  const {
    code = null,
    reason: text,
    message,
  } = (reason ?? {}) as { code?: unknown; reason?: string; message?: string };
  if (typeof code === 'number') return { code, text: text ? `${code} ${text}` : String(code) };
  return { code: null, text: message || 'connection failed' };
}
