import type { WebSocket as Transport } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { assertVariables } from '../../operations/limits/assert-variables';
import type { Session, SessionChange } from '../../live/session';
import { clientMessage, type ClientMessage } from './client-message';
import { whenTaken, type WriteFrame } from './frames';
import { type OperationSocket, SocketOperation } from './socket-operation';

/** Close codes. 4401 is final for clients, 4403 makes them come back with a new token. */
export const CLOSE = {
  silent: 4408,
  revoked: 4401,
  expired: 4403,
  invalid: 4400,
  taken: 4409,
  restart: 1012,
  slow: 1013,
  failure: 1011,
} as const;

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
export interface ConnectionServices {
  readonly writeFrame: WriteFrame;
  readonly onError: (error: unknown) => void;
  readonly onGone: (connection: Connection) => void;
}

/**
 * A client's WebSocket as graphql-ws sees it, who is on the other end, and its operations. There are tens of thousands: it holds no closures, and its listeners are shared
 * functions that find it by its socket.
 *
 * graphql-ws knows each operation by a number of its own, never given twice: of a client's id it would forget that the operation which bore it first is still beginning, and take
 * the next one for it (docs/adr/0018-ids-of-operations-are-the-servers.md).
 */
export class Connection implements Transport, OperationSocket {
  /** Null before connection_init, and again when rights have ended: a client that does not answer the close can still write. */
  session: Session | null = null;
  /** Until it has said who it is. */
  handshake: Handshake | null;
  /** What graphql-ws does when the socket is gone. */
  closed: ((code: number, reason: string) => Promise<void>) | null = null;
  private running: SocketOperation[] | null = null;
  private lastNumber = 0;
  /** Operations that wait for their turn: while there are any, nothing is read. */
  private held = 0;
  private take: ((data: string) => Promise<void>) | null = null;
  private waiting: (() => void)[] | null = null;
  private readonly openedAt = performance.now();
  private behindSince = 0;
  private hasAnswered = true;

  constructor(
    readonly socket: WebSocket,
    readonly address: string,
    handshake: Handshake,
    private readonly services: ConnectionServices,
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

  /** Sends a message of graphql-ws, under the id that the client knows. A socket that broke meanwhile says so by its own end. */
  send(data: string): Promise<void> {
    const { socket } = this;
    const shown = this.asClientKnows(data);
    if (socket.readyState !== socket.OPEN || shown === null) return Promise.resolve();
    return new Promise((resolve) => socket.send(shown, () => resolve()));
  }

  close(code?: number, reason?: string): void {
    // who is not read from could not answer the close
    this.socket.resume();
    this.socket.close(code, reason);
  }

  /** Answers a ping of graphql-ws with what it brought, if that can be written: the writing calls itself for every level. */
  onPing(payload: unknown): Promise<void> {
    return this.send(JSON.stringify({ type: 'pong', ...(isEchoed(payload) && { payload }) }));
  }

  onMessage(take: (data: string) => Promise<void>): void {
    this.take = take;
  }

  /** Operations on which something works, or which are open. */
  get operations(): number {
    return this.running?.length ?? 0;
  }

  /** The operation of a number, as graphql-ws has it. */
  operationOf(number: string): SocketOperation | undefined {
    return this.running?.find((operation) => operation.number === Number(number));
  }

  /** Forgets an operation that is over. */
  forget(operation: SocketOperation): void {
    const index = this.running?.indexOf(operation) ?? -1;
    if (index >= 0) this.running!.splice(index, 1);
  }

  /** Reads nothing more until what waits has gone on: it would only wait, too, and its bytes are better left to the network. */
  holdBack(): void {
    this.held += 1;
    if (this.held === 1) this.socket.pause();
  }

  /** One of those that waited goes on. */
  goOn(): void {
    this.held -= 1;
    if (this.held === 0) this.socket.resume();
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
    else this.services.writeFrame(this.socket, head, tail);
  }

  /** Calls back when the socket has taken what it was given. */
  onDrain(resume: () => void): void {
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
    this.close(code, reason);
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
    // its answer could not be read
    if (this.held > 0) return;
    if (!this.hasAnswered) return this.socket.terminate();
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.hasAnswered = false;
    this.socket.ping();
  }

  /** The client has answered a ping. */
  answered(): void {
    this.hasAnswered = true;
  }

  /** A frame has come. The protocol is text, whose UTF-8 ws has looked at. */
  receive(data: Buffer, isBinary: boolean): void {
    const message = isBinary ? null : clientMessage(data.toString('utf8'));
    if (message === null) return this.close(CLOSE.invalid, 'Invalid message received');
    if (typeof message.id === 'string' && message.id !== '') {
      if (message.type === 'subscribe' && !this.begin(message, message.id)) return;
      if (message.type === 'complete' && !this.cancel(message, message.id)) return;
    }
    // graphql-ws takes a message as text or read already
    this.take?.(message as unknown as string).catch((error: unknown) => {
      this.fail(error);
      this.close(CLOSE.failure, 'Internal error');
    });
  }

  /** Something went wrong with the socket; ws itself closes it with the right code. */
  fail(error: unknown): void {
    this.services.onError(error);
  }

  /** The socket is gone. */
  gone(code: number, reason: string): void {
    this.session = null;
    this.handshake = null;
    this.endOperations();
    this.services.onGone(this);
    this.closed?.(code, reason).catch(this.services.onError);
  }

  /** Takes in an operation and gives it its number; false when the client has another one under this id. */
  private begin(message: ClientMessage, id: string): boolean {
    if (this.running?.some((operation) => operation.id === id && !operation.isGone) === true) {
      // without the id: a reason has at most 123 bytes
      this.close(CLOSE.taken, 'Subscriber already exists');
      return false;
    }
    this.lastNumber += 1;
    message.id = String(this.lastNumber);
    const operation = new SocketOperation(this, id, this.lastNumber, this.session?.accountId ?? '');
    if (this.running === null) this.running = [operation];
    else this.running.push(operation);
    return true;
  }

  /** Ends an operation as the client wishes; false when it is over already. */
  private cancel(message: ClientMessage, id: string): boolean {
    const operation = this.running?.find((open) => open.id === id && !open.isGone);
    if (operation === undefined) return false;
    message.id = String(operation.number);
    operation.cancel();
    return true;
  }

  /** A message of graphql-ws with the client's id in place of the number; null when the client wants nothing more of that operation. */
  private asClientKnows(data: string): string | null {
    const [start, number] = NUMBERED.exec(data) ?? [];
    if (start === undefined || number === undefined) return data;
    const operation = this.operationOf(number);
    if (operation === undefined || operation.isGone) return null;
    if (LAST.test(data.slice(start.length, start.length + 20))) operation.answered();
    return operation.head + data.slice(start.length);
  }

  private endOperations(): void {
    for (const operation of this.running?.splice(0) ?? []) operation.cancel();
  }
}

/** How graphql-ws begins a message of an operation, and how the last one goes on. */
const NUMBERED = /^\{"id":"(\d+)"/;
const LAST = /^,"type":"(complete|error)"/;

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

function onMessage(this: WebSocket, data: Buffer, isBinary: boolean): void {
  ofSocket.get(this)!.receive(data, isBinary);
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
