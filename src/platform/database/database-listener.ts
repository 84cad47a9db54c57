import { Client } from 'pg';

const RETRY_MS = 500;

/**
 * One LISTEN connection that comes back by itself. Messages sent while it was away are lost: who listens must treat them as hints and
 * read the truth from the tables.
 */
export class DatabaseListener {
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly options: Record<string, unknown>,
    private readonly channel: string,
    private readonly onMessage: (payload: string) => void,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Connects and listens; rejects when the first connection fails. */
  async start(): Promise<void> {
    const client = new Client({ ...this.options, keepAlive: true });
    client.on('notification', (message) => this.onMessage(message.payload ?? ''));
    client.on('error', (error) => {
      this.onError(error);
      this.reconnect(client);
    });
    client.on('end', () => this.reconnect(client));
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    this.client = client;
    if (this.stopped) await this.stop();
  }

  /** Stops listening; safe to call twice. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private reconnect(broken: Client): void {
    if (this.stopped || this.retry !== null) return;
    if (this.client !== null && this.client !== broken) return;
    this.client = null;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.start().catch((error: unknown) => {
        this.onError(error instanceof Error ? error : new Error(String(error)));
        this.scheduleAgain();
      });
    }, RETRY_MS);
  }

  private scheduleAgain(): void {
    if (this.stopped || this.retry !== null) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.start().catch(() => this.scheduleAgain());
    }, RETRY_MS);
  }
}
