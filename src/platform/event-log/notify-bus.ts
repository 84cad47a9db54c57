import type { Database } from '../database/database';
import type { DatabaseListener } from '../database/database-listener';
import { type Bus, type LogReach, readReach } from './bus';

const CHANNEL = 'tiendo_log';

/** PostgreSQL's own NOTIFY as the bus: nothing else has to run. One connection of each process listens. */
export class NotifyBus implements Bus {
  private listener: DatabaseListener | null = null;

  constructor(
    private readonly database: Database,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Listens; rejects when the database cannot be reached. */
  async start(onReach: (reach: LogReach) => void): Promise<void> {
    const onMessage = (payload: string): void => {
      const reach = readReach(payload);
      if (reach !== null) onReach(reach);
    };
    this.listener = await this.database.listen(CHANNEL, onMessage, this.onError);
  }

  announce(): void {
    // sequence_events() notified when it numbered
  }

  async stop(): Promise<void> {
    await this.listener?.stop();
  }
}
