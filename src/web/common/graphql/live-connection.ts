import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import type { Language } from '../language';
import type { Operation } from './operation';
import { retryWaitMs } from './retry-wait';

/** The server's two ways to say that this page has no right to be connected: revoked for good, or its key has expired. */
const REVOKED = 4401;
export const EXPIRED = 4403;

const KEEP_ALIVE_MS = 10_000;
const PONG_TIMEOUT_MS = 5_000;
const PONG_MISSING = 4408;

/** What a page learns about its connection. */
export interface ConnectionEvents {
  connected?: () => void;
  /** A try failed or a connection ended; the next try is on its way unless `refused` follows. */
  lost?: (reason: string) => void;
  /** The server refused for good; nothing more is tried. */
  refused?: (code: number) => void;
}

/** What a subscription brings. Interruptions are bridged: it begins anew by itself until it is stopped. */
export interface LiveSink<TData> {
  next: (data: TData) => void;
  /** The server answered with errors; the subscription begins anew after a wait. */
  failed?: (message: string) => void;
}

/**
 * One WebSocket to the server for all live data of a page. It never gives up by itself, except when it is refused;
 * a peer that stopped answering is noticed by its missing pong.
 */
export class LiveConnection {
  private readonly client: Client;
  private refusedWith: number | null = null;
  private disposed = false;

  constructor(
    language: Language,
    private readonly events: ConnectionEvents = {},
  ) {
    this.client = createClient({
      url: socketAddress,
      connectionParams: { language },
      lazy: false,
      retryAttempts: Infinity,
      shouldRetry: (reason) => !isRefusal(reason),
      retryWait: (retries) => wait(retryWaitMs(retries)),
      keepAlive: KEEP_ALIVE_MS,
      connectionAckWaitTimeout: 10_000,
      onNonLazyError: (reason) => this.note(reason),
      on: { connected: () => events.connected?.(), closed: (reason) => this.note(reason) },
    });
    this.watchPongs();
  }

  /** Begins a subscription; the returned function ends it. */
  subscribe<TData, TVariables extends Record<string, unknown>>(
    { text, name }: Operation<TData, TVariables>,
    variables: TVariables,
    sink: LiveSink<TData>,
  ): () => void {
    const payload = { query: text, operationName: name, variables };
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop: () => void = () => undefined;
    let ended = false;
    const begin = () => {
      stop = this.client.subscribe<TData>(payload, { next: take, error: beginAgain, complete: () => beginAgain(null) });
    };
    const take = (result: ExecutionResult<TData, unknown>) => {
      const [error] = result.errors ?? [];
      if (error !== undefined) sink.failed?.(error.message);
      else if (result.data) sink.next(result.data);
      failures = 0;
    };
    // graphql-ws takes some close codes as final that are not final to a page which must live for months.
    const beginAgain = (reason: unknown) => {
      if (ended || this.disposed || this.refusedWith !== null || isRefusal(reason)) return;
      if (reason !== null) sink.failed?.(describe(reason));
      timer = setTimeout(begin, retryWaitMs(failures++));
    };
    begin();
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }

  /** Ends all subscriptions and closes the socket. */
  dispose(): void {
    this.disposed = true;
    Promise.resolve(this.client.dispose()).catch(() => undefined);
  }

  private note(reason: unknown): void {
    if (this.disposed || this.refusedWith !== null) return;
    this.events.lost?.(describe(reason));
    if (!isRefusal(reason)) return;
    this.refusedWith = reason.code;
    this.events.refused?.(reason.code);
  }

  private watchPongs(): void {
    let socket: WebSocket | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.client.on('opened', (opened) => (socket = opened as WebSocket));
    this.client.on('closed', () => clearTimeout(timer));
    this.client.on('pong', () => clearTimeout(timer));
    this.client.on('ping', (received) => {
      if (received) return;
      timer = setTimeout(() => {
        socket?.close(PONG_MISSING, 'no pong');
        // close() waits for a peer that does not answer; terminate() goes on at once.
        this.client.terminate();
      }, PONG_TIMEOUT_MS);
    });
  }
}

function socketAddress(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}

function isRefusal(reason: unknown): reason is CloseEvent {
  const code = (reason as { code?: unknown } | null)?.code;
  return code === REVOKED || code === EXPIRED;
}

function describe(reason: unknown): string {
  if (Array.isArray(reason)) return reason.map((error: { message?: string }) => error.message ?? '').join('; ');
  const { code, reason: text, message } = (reason ?? {}) as { code?: number; reason?: string; message?: string };
  if (code !== undefined) return text ? `${code} ${text}` : String(code);
  return message ?? 'connection failed';
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
