import type { WebSocket } from 'ws';
import type { Identity } from '../access/remembered-identities';
import type { Session } from '../live/session';
import { whenTaken, type WriteFrame } from './frames';
import type { SocketOperation } from './socket-operation';

/** Close codes beyond graphql-ws's own. 4401 is final for clients, 4403 makes them come back with a new token. */
export const CLOSE = { revoked: 4401, expired: 4403, restart: 1012, slow: 1013, failure: 1011 } as const;

/** What a socket has not taken: from here on it is behind, and gets nothing more until it has caught up. */
const BEHIND_BYTES = 256 * 1024;

/** From here on, or after so long, it is sent away and may come back to its cursor. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_BEHIND_MS = 30_000;

/** What is known of a client from its handshake. */
export interface Handshake {
  /** Token of its Authorization header, or of the cookie of a page of our own. */
  readonly token: string | null;
  /** Its Accept-Language. */
  readonly language: string | undefined;
  readonly address: string;
}

/** A client's WebSocket, who is on the other end of it, and its subscriptions. */
export class Connection {
  readonly operations = new Set<SocketOperation>();
  /** Null before connection_init, and again when rights have ended: a client that does not answer the close can still write. */
  session: Session | null = null;
  private behindSince: number | null = null;
  private hasAnswered = true;
  private waiting: (() => void)[] | null = null;

  constructor(
    readonly socket: WebSocket,
    readonly handshake: Handshake,
    private readonly writeFrame: WriteFrame,
  ) {
    socket.on('pong', () => {
      this.hasAnswered = true;
    });
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
    return this.behindSince === null ? 0 : performance.now() - this.behindSince;
  }

  /** Writes a frame; a token that has ended meanwhile ends the connection first. */
  write(head: Buffer, tail: Buffer): void {
    if (this.session === null) return;
    if (this.session.expiresAt.getTime() <= Date.now()) this.end(CLOSE.expired, 'Token expired');
    else this.writeFrame(this.socket, head, tail);
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
    for (const operation of this.operations) operation.complete();
  }

  /** Takes in what its token is now; null when nobody could say. */
  applyRights(found: Identity | null): void {
    if (this.session === null) return;
    if (found === null) return this.end(CLOSE.restart, 'Try again');
    const change = this.session.apply(found);
    if (change === 'revoked') this.end(CLOSE.revoked, 'Access revoked');
    else if (change === 'expired') this.end(CLOSE.expired, 'Token expired');
    // the client comes back by itself and gets what its new rights allow
    else if (change === 'rights') this.end(CLOSE.restart, 'Rights changed');
  }

  /** Looks whether the token has ended, and whether the socket takes what it is given. */
  check(): void {
    if (this.session !== null && this.session.expiresAt.getTime() <= Date.now()) {
      this.end(CLOSE.expired, 'Token expired');
    }
    if (this.unsentBytes === 0) {
      this.behindSince = null;
      return;
    }
    this.behindSince ??= performance.now();
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
}
