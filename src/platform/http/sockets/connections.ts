import type { Actor } from '../../access/actor';
import type { Identify } from '../../access/remembered-identities';
import type { Language } from '../../lib/localised';
import type { ExplainedConnection } from '../../live/explain-live';
import { inSlices } from '../../live/in-slices';
import { Session, type SessionChange } from '../../live/session';
import type { Connection } from './connection';

const CHECK_MS = 1_000;
const PING_EVERY = 12;
const PATIENCE_MS = 1_000;

/** A session and the connections that share it. */
interface Shared {
  readonly session: Session;
  readonly connections: Set<Connection>;
}

/** All open connections: to bound them by account, to look after them, to send them away. */
export class Connections {
  private readonly open = new Set<Connection>();
  private readonly sessions = new Map<string, Shared>();
  private readonly perAccount = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;
  private admitted = 0;
  private checks = 0;

  constructor(
    private readonly mostPerAccount: number,
    private readonly identify: Identify,
    private readonly onError: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => void this.check().catch(onError), CHECK_MS).unref();
  }

  /** Connections of accounts now. */
  get size(): number {
    return this.admitted;
  }

  /** Who is connected: each session once, however many connections share it. */
  get actors(): readonly Actor[] {
    return [...this.sessions.values()].flatMap(({ session }) => session.caller.actor ?? []);
  }

  /** Who is connected, and how far behind. */
  get explanation(): readonly ExplainedConnection[] {
    return [...this.sessions.values()].flatMap(({ session: { accountId, displayName }, connections }) =>
      [...connections].map(({ address, operations, unsentBytes, behindMs }) => {
        return { accountId, displayName, address, operations, unsentBytes, behindMs };
      }),
    );
  }

  /** Takes a connection in that has just been opened. */
  add(connection: Connection): void {
    this.open.add(connection);
  }

  /** Gives a connection its session and counts it to its account; false when that has too many. */
  admit(connection: Connection, actor: Actor, language: Language, token: string): boolean {
    const { accountId } = actor;
    const count = this.perAccount.get(accountId) ?? 0;
    if (count >= this.mostPerAccount) return false;
    const key = keyOf(language, token);
    let shared = this.sessions.get(key);
    if (shared === undefined) {
      shared = { session: new Session(actor, language, token), connections: new Set() };
      this.sessions.set(key, shared);
    }
    shared.connections.add(connection);
    connection.session = shared.session;
    this.perAccount.set(accountId, count + 1);
    this.admitted += 1;
    connection.socket.once('close', () => this.leave(connection, key, shared));
    return true;
  }

  /** Forgets a connection whose socket is gone. */
  remove(connection: Connection): void {
    this.open.delete(connection);
  }

  /** Reads the rights of these accounts' sessions again; of all for null. Whose rights cannot be read is sent away until they can. */
  async readRights(accounts: ReadonlySet<string> | null): Promise<void> {
    const concerned = [...this.sessions.values()].filter(
      ({ session }) => accounts === null || accounts.has(session.accountId),
    );
    await Promise.all(
      concerned.map(async ({ session, connections }) => {
        const change = await this.changeOf(session);
        if (change === 'same') return;
        for (const connection of connections) connection.follow(change);
      }),
    );
  }

  /** Closes all, each at a moment of its own within the window; resolves when they are gone, or a second after the window. */
  async closeAll(code: number, reason: string, windowMs: number): Promise<void> {
    clearInterval(this.timer);
    const all = [...this.sessions.values()].flatMap(({ connections }) => [...connections]);
    await Promise.all(all.map((connection) => closeWithin(connection, code, reason, windowMs)));
    // who has not said who it is, or came meanwhile
    for (const { socket } of this.open) socket.terminate();
  }

  private async changeOf(session: Session): Promise<SessionChange | null> {
    try {
      return session.apply(await this.identify(session.token));
    } catch (error) {
      this.onError(error);
      return null;
    }
  }

  private async check(): Promise<void> {
    this.checks += 1;
    const isPing = this.checks % PING_EVERY === 0;
    await inSlices(this.open, (connection) => {
      connection.check();
      if (isPing) connection.ping();
    });
  }

  private leave(connection: Connection, key: string, shared: Shared): void {
    shared.connections.delete(connection);
    if (shared.connections.size === 0 && this.sessions.get(key) === shared) this.sessions.delete(key);
    this.admitted -= 1;
    const { accountId } = shared.session;
    const count = (this.perAccount.get(accountId) ?? 1) - 1;
    if (count === 0) this.perAccount.delete(accountId);
    else this.perAccount.set(accountId, count);
  }
}

function keyOf(language: Language, token: string): string {
  return `${language} ${token}`;
}

function closeWithin({ socket }: Connection, code: number, reason: string, windowMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    let patience: NodeJS.Timeout | undefined;
    const timer = setTimeout(() => {
      socket.close(code, reason);
      patience = setTimeout(() => socket.terminate(), PATIENCE_MS);
    }, Math.random() * windowMs);
    socket.once('close', () => {
      clearTimeout(timer);
      clearTimeout(patience);
      resolve();
    });
  });
}
