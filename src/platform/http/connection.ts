import type { WebSocket as Transport } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { assertVariables } from '../graphql/limits/assert-variables';
import type { Session, SessionChange } from '../live/session';
import { whenTaken, type WriteFrame } from './frames';
import type { SocketOperation } from './socket-operation';

/** Close codes. 4401 is final for clients, 4403 makes them come back with a new token. */
export const CLOSE = { silent: 4408, revoked: 4401, expired: 4403, restart: 1012, slow: 1013, failure: 1011 } as const;

/** What a socket has not taken: from here on it is behind, and gets nothing more until it has caught up. */
const BEHIND_BYTES = 256 * 1024;

/** From here on, or after so long, it is sent away and may come back to its cursor. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_BEHIND_MS = 30_000;

/** Who does not say who it is in this time is sent away. */
const INIT_TIMEOUT_MS = 3_000;

/** What is known of a client from its handshake. */
export interface Handshake {
  /** Token of its Authorization header, or of the cookie of a page of our own. */
  readonly token: string | null;
  /** Its Accept-Language. */
  readonly language: string | undefined;
}

/** What connections share: how frames are written, and who hears of failures. */
export interface ConnectionSurroundings {
  readonly writeFrame: WriteFrame;
  readonly onError: (error: unknown) => void;
  readonly onGone: (connection: Connection) => void;
}

/**
 * A client's WebSocket as graphql-ws sees it, who is on the other end, and its subscriptions. There are tens of thousands: it holds no closures, and its listeners are shared
 * functions that find it by its socket.
 */
export class Connection implements Transport {
  /** Null before connection_init, and again when rights have ended: a client that does not answer the close can still write. */
  session: Session | null = null;
  /** Until it has said who it is. */
  handshake: Handshake | null;
  /** What graphql-ws does when the socket is gone. */
  closed: ((code: number, reason: string) => Promise<void>) | null = null;
  private running: SocketOperation[] | null = null;
  private take: ((data: string) => Promise<void>) | null = null;
  private waiting: (() => void)[] | null = null;
  private readonly openedAt = performance.now();
  private behindSince = 0;
  private hasAnswered = true;

  constructor(
    readonly socket: WebSocket,
    readonly address: string,
    handshake: Handshake,
    private readonly surroundings: ConnectionSurroundings,
  ) {
    this.handshake = handshake;
    ofSocket.set(socket, this);
    socket.on('message', onMessage);
    socket.on('pong', onPong);
    socket.on('error', onError);
    socket.on('close', onClose);
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  /** Sends a message of graphql-ws. A socket that broke meanwhile says so by its own end. */
  send(data: string): Promise<void> {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return Promise.resolve();
    return new Promise((resolve) => socket.send(data, () => resolve()));
  }

  close(code?: number, reason?: string): void {
    this.socket.close(code, reason);
  }

  /** Answers a ping of graphql-ws with what it brought, if that can be written: the writing calls itself for every level. */
  onPing(payload: unknown): Promise<void> {
    return this.send(JSON.stringify({ type: 'pong', ...(isEchoed(payload) && { payload }) }));
  }

  onMessage(take: (data: string) => Promise<void>): void {
    this.take = take;
  }

  /** Subscriptions that are open. */
  get operations(): number {
    return this.running?.length ?? 0;
  }

  /** Takes in a subscription. */
  begin(operation: SocketOperation): void {
    if (this.running === null) this.running = [operation];
    else this.running.push(operation);
  }

  /** Forgets a subscription that is over. */
  forget(operation: SocketOperation): void {
    const index = this.running?.indexOf(operation) ?? -1;
    if (index >= 0) this.running!.splice(index, 1);
  }

  /** Bytes that the socket has not taken yet. */
  get unsentBytes(): number {
    return this.socket.bufferedAmount;
  }

  get isBehind(): boolean {
    return this.unsentBytes > BEHIND_BYTES;
  }

  /** Milliseconds for which something has been waiting for the socket. */
  get behindMs(): number {
    return this.behindSince === 0 ? 0 : performance.now() - this.behindSince;
  }

  /** Writes a frame; a token that has ended meanwhile ends the connection first. */
  write(head: string, tail: Buffer): void {
    if (this.session === null) return;
    if (this.session.hasExpired) this.end(CLOSE.expired, 'Token expired');
    else this.surroundings.writeFrame(this.socket, head, tail);
  }

  /** Calls back when the socket has taken what it was given. */
  whenCaughtUp(resume: () => void): void {
    if (this.waiting !== null) {
      this.waiting.push(resume);
      return;
    }
    const waiting = [resume];
    this.waiting = waiting;
    whenTaken(this.socket, () => {
      this.waiting = null;
      for (const go of waiting) go();
    });
  }

  /** Ends everything that the client may have, and sends it away. */
  end(code: number, reason: string): void {
    this.session = null;
    this.socket.close(code, reason);
    this.endOperations();
  }

  /** Does what a change of its session's rights means; null: nobody could say what they are now. */
  follow(change: SessionChange | null): void {
    if (this.session === null) return;
    if (change === null) this.end(CLOSE.restart, 'Try again');
    else if (change === 'revoked') this.end(CLOSE.revoked, 'Access revoked');
    else if (change === 'expired') this.end(CLOSE.expired, 'Token expired');
    // the client comes back by itself and gets what its new rights allow
    else if (change === 'rights') this.end(CLOSE.restart, 'Rights changed');
  }

  /** Looks whether the client has said who it is, whether its token has ended, and whether it takes what it is given. */
  check(): void {
    if (this.handshake !== null && performance.now() - this.openedAt > INIT_TIMEOUT_MS) {
      this.end(CLOSE.silent, 'Connection initialisation timeout');
    }
    if (this.session?.hasExpired === true) this.end(CLOSE.expired, 'Token expired');
    if (this.unsentBytes === 0) {
      this.behindSince = 0;
      return;
    }
    if (this.behindSince === 0) this.behindSince = performance.now();
    if (this.unsentBytes <= MOST_BYTES && this.behindMs < MOST_BEHIND_MS) return;
    this.end(CLOSE.slow, 'Too slow');
    // a client that reads nothing will not answer the close either
    this.socket.terminate();
  }

  /** Asks for a sign of life; who has not answered the last time is dead. */
  ping(): void {
    if (!this.hasAnswered) return this.socket.terminate();
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.hasAnswered = false;
    this.socket.ping();
  }

  /** The client has answered a ping. */
  answered(): void {
    this.hasAnswered = true;
  }

  /** A message has come. */
  receive(data: string): void {
    this.take?.(data).catch((error: unknown) => {
      this.fail(error);
      this.socket.close(CLOSE.failure, 'Internal error');
    });
  }

  /** Something went wrong with the socket; ws itself closes it with the right code. */
  fail(error: unknown): void {
    this.surroundings.onError(error);
  }

  /** The socket is gone. */
  gone(code: number, reason: string): void {
    this.session = null;
    this.handshake = null;
    this.endOperations();
    this.surroundings.onGone(this);
    this.closed?.(code, reason).catch(this.surroundings.onError);
  }

  private endOperations(): void {
    for (const operation of this.running?.splice(0) ?? []) operation.complete();
  }
}

function isEchoed(payload: unknown): boolean {
  if (payload === undefined || payload === null) return false;
  try {
    assertVariables(payload);
    return true;
  } catch {
    return false;
  }
}

const ofSocket = new WeakMap<WebSocket, Connection>();

function onMessage(this: WebSocket, data: Buffer): void {
  ofSocket.get(this)!.receive(data.toString('utf8'));
}

function onPong(this: WebSocket): void {
  ofSocket.get(this)!.answered();
}

function onError(this: WebSocket, error: Error): void {
  ofSocket.get(this)!.fail(error);
}

function onClose(this: WebSocket, code: number, reason: Buffer): void {
  ofSocket.get(this)!.gone(code, reason.toString('utf8'));
}
