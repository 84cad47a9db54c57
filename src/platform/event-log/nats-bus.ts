import { connect, type ConnectionOptions, type Msg, type NatsConnection } from '@nats-io/transport-node';
import type { Database } from '../database/database';
import { pause } from '../lib/pause';
import { type Bus, type LogReach, readReach } from './bus';

const RETRY_MS = 1_000;
const CONNECT_TIMEOUT_MS = 2_000;
/** How often a silent server is asked whether it is there; after two unanswered questions it is not. */
const PING_MS = 10_000;

/** Each database of each PostgreSQL server has a subject of its own, so that several installations may share one NATS. */
const SUBJECT = `select 'tiendo.log.' || s.system_identifier || '.' || d.oid as subject
  from pg_control_system() s, pg_database d where d.datname = current_database()`;

/**
 * NATS as the bus, for processes on many machines. Nobody waits for it: it is connected to beside the start, for ever, and what is announced while it is away is
 * lost. Then the safety poll carries the log.
 */
export class NatsBus implements Bus {
  private readonly ending = new AbortController();
  private connection: NatsConnection | null = null;
  private connecting: Promise<void> = Promise.resolve();
  private subject = '';

  constructor(
    /** Addresses separated by commas, tried in turn. */
    private readonly urls: string,
    private readonly database: Database,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Learns the subject from the database and begins to connect; rejects when the database cannot be reached. */
  async start(onReach: (reach: LogReach) => void): Promise<void> {
    const [row] = await this.database.query<{ subject: string }>(SUBJECT);
    this.subject = row!.subject;
    this.connecting = this.stayConnected((message) => {
      const reach = readReach(message.string());
      if (reach !== null) onReach(reach);
    });
  }

  announce(reach: LogReach): void {
    if (this.connection === null || this.connection.isClosed()) return;
    this.connection.publish(this.subject, JSON.stringify(reach));
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.connection?.close();
    await this.connecting;
  }

  /** Connects to one server after the other until stopped. The client's own reconnecting would keep what is published meanwhile, without bound. */
  private async stayConnected(onMessage: (message: Msg) => void): Promise<void> {
    const { signal } = this.ending;
    const servers = this.urls.split(',').map(serverOf);
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await this.useConnection(servers[attempt % servers.length]!, onMessage);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (!signal.aborted) this.onError(new Error(`NATS is away, the log is polled: ${reason}`, { cause: error }));
      }
      await pause(RETRY_MS, signal);
    }
  }

  /** Connects and listens; rejects with the reason when the connection fails or ends. */
  private async useConnection(server: ConnectionOptions, onMessage: (message: Msg) => void): Promise<void> {
    const connection = await connect({
      ...server,
      name: 'tiendo',
      noEcho: true,
      reconnect: false,
      timeout: CONNECT_TIMEOUT_MS,
      pingInterval: PING_MS,
    });
    connection.subscribe(this.subject, {
      callback: (error, message) => (error === null ? onMessage(message) : this.onError(error)),
    });
    this.connection = connection;
    if (this.ending.signal.aborted) await connection.close();
    const reason = await connection.closed();
    this.connection = null;
    throw reason ?? new Error('the connection was closed');
  }
}

/** An address as the client wants it: it takes neither names and passwords nor the scheme from an address. */
function serverOf(address: string): ConnectionOptions {
  const { protocol, host, username, password } = new URL(address);
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  const credentials = pass !== '' ? { user, pass } : user !== '' ? { token: user } : {};
  return { servers: host, ...credentials, ...(protocol === 'tls:' && { tls: {} }) };
}
