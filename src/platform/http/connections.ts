import type { Identify, Identity } from '../access/remembered-identities';
import type { ExplainedConnection } from '../live/explain-live';
import { inSlices } from '../live/in-slices';
import type { Connection } from './connection';

const CHECK_MS = 1_000;
const PING_EVERY = 12;
const PATIENCE_MS = 1_000;

/** All open connections: to bound them by account, to look after them, to send them away. */
export class Connections {
  private readonly open = new Set<Connection>();
  private readonly admitted = new Set<Connection>();
  private readonly perAccount = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;
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
    return this.admitted.size;
  }

  /** Connections now, also of those who have not said who they are. */
  get openSize(): number {
    return this.open.size;
  }

  /** Who is connected, and how far behind. */
  get explanation(): readonly ExplainedConnection[] {
    return [...this.admitted].flatMap(({ session, handshake, operations, unsentBytes, behindMs }) => {
      if (session === null) return [];
      const { actor } = session.caller;
      const { accountId, displayName } = actor!;
      return [
        { accountId, displayName, address: handshake.address, operations: operations.size, unsentBytes, behindMs },
      ];
    });
  }

  /** Takes a connection in that has just been opened. */
  add(connection: Connection): void {
    this.open.add(connection);
    connection.socket.once('close', () => this.open.delete(connection));
  }

  /** Counts a connection to its account; false when that has too many. */
  admit(connection: Connection, accountId: string): boolean {
    const count = this.perAccount.get(accountId) ?? 0;
    if (count >= this.mostPerAccount) return false;
    this.perAccount.set(accountId, count + 1);
    this.admitted.add(connection);
    connection.socket.once('close', () => this.remove(connection, accountId));
    return true;
  }

  /** Reads the rights of these accounts' connections again, each token once; of all for null. Whose rights cannot be read is sent away until they can. */
  async readRights(accounts: ReadonlySet<string> | null): Promise<void> {
    const byToken = new Map<string, Connection[]>();
    for (const connection of this.admitted) {
      const { session } = connection;
      if (session === null || (accounts !== null && !accounts.has(session.accountId))) continue;
      const known = byToken.get(session.token);
      if (known === undefined) byToken.set(session.token, [connection]);
      else known.push(connection);
    }
    await Promise.all(
      [...byToken].map(async ([token, connections]) => {
        const found = await this.identity(token);
        for (const connection of connections) connection.applyRights(found);
      }),
    );
  }

  /** Closes all, each at a moment of its own within the window; resolves when they are gone, or a second after the window. */
  async closeAll(code: number, reason: string, windowMs: number): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.admitted].map((connection) => closeWithin(connection, code, reason, windowMs)));
    // who has not said who it is, or came meanwhile
    for (const { socket } of this.open) socket.terminate();
  }

  private async identity(token: string): Promise<Identity | null> {
    try {
      return await this.identify(token);
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

  private remove(connection: Connection, accountId: string): void {
    if (!this.admitted.delete(connection)) return;
    const count = (this.perAccount.get(accountId) ?? 1) - 1;
    if (count === 0) this.perAccount.delete(accountId);
    else this.perAccount.set(accountId, count);
  }
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
