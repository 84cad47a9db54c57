import type { Database } from '../database/database';
import { EVENT_COLUMNS, type LogEvent } from './event-row';
import type { LogCursor } from './log-cursor';

const PAGE = 500;
const RECENT = 2_000;
const AFTER = `select ${EVENT_COLUMNS} from event_log e where e.position > $1 order by e.position limit $2`;
const BETWEEN = `select ${EVENT_COLUMNS} from event_log e where e.position > $1 and e.position <= $3 order by e.position limit $2`;

/** Gets events in order, without gap or repeat, within this process. */
export type EventListener = (events: readonly LogEvent[]) => void;

/**
 * This process's view of the log: whatever hints arrive (own batches, notifications, the safety poll), listeners get every event once and in
 * order. What is missing is read from the table, so that lost, repeated or disordered hints do no harm.
 */
export class EventFeed {
  private readonly listeners = new Set<EventListener>();
  private recent: LogEvent[] = [];
  private catchingUp: Promise<void> | null = null;
  private wanted = 0;
  private headPosition = 0;
  private epochNumber = 1;

  constructor(
    private readonly database: Database,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Where this process has got to. */
  get head(): LogCursor {
    return { epoch: this.epochNumber, position: this.headPosition };
  }

  /** Begins at the log's present end. */
  async start(): Promise<void> {
    const [row] = await this.database.query<LogCursor>('select epoch, position from log_head');
    this.headPosition = row!.position;
    this.epochNumber = row!.epoch;
  }

  /** Calls the listener for all further events; gives the function that ends it. */
  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes events that this process numbered itself. */
  offer(events: readonly LogEvent[]): void {
    const fresh = events.filter((event) => event.position > this.headPosition);
    if (fresh.length === 0) return;
    if (fresh[0]!.position === this.headPosition + 1) this.deliver(fresh);
    else this.hint(fresh.at(-1)!.position);
  }

  /** Takes word that the log reaches up to a position. */
  hint(position: number): void {
    if (position <= this.headPosition) return;
    this.wanted = Math.max(this.wanted, position);
    this.catchingUp ??= this.catchUp()
      .catch(this.onError)
      .finally(() => {
        this.catchingUp = null;
      });
  }

  /** Resolves when what was being read has been delivered; for a clean stop. */
  async settled(): Promise<void> {
    await this.catchingUp;
  }

  /**
   * Events after a position, at most `limit`, from memory where possible. Never beyond this process's head: listeners (rights among them) hear of an
   * event before anybody reads it.
   */
  async read(after: number, limit: number): Promise<readonly LogEvent[]> {
    if (after >= this.headPosition) return [];
    const first = this.recent[0]?.position ?? Infinity;
    if (after + 1 >= first) return this.recent.slice(after + 1 - first, after + 1 - first + limit);
    return this.database.query<LogEvent>(BETWEEN, [after, limit, this.headPosition]);
  }

  /** Whether the events after a position are in memory. */
  remembers(position: number): boolean {
    return position >= this.headPosition || position + 1 >= (this.recent[0]?.position ?? Infinity);
  }

  /** Cursor of the last event of a transaction, on one row where that is named, if it is among the recent ones. */
  lastOf(txid: string, subjectId: string | null): LogCursor | null {
    const event = this.recent.findLast(
      (entry) => entry.txid === txid && (subjectId === null || entry.subjectId === subjectId),
    );
    return event === undefined ? null : { epoch: event.epoch, position: event.position };
  }

  private async catchUp(): Promise<void> {
    while (this.headPosition < this.wanted) {
      const events = await this.database.query<LogEvent>(AFTER, [this.headPosition, PAGE]);
      const fresh = events.filter((event) => event.position > this.headPosition);
      if (fresh.length > 0) this.deliver(fresh);
      // a hint beyond the table's end is no reason to go on asking: the poll will bring the rest
      else if (events.length === 0) this.wanted = this.headPosition;
    }
  }

  private deliver(events: readonly LogEvent[]): void {
    const last = events.at(-1)!;
    this.headPosition = last.position;
    this.epochNumber = last.epoch;
    this.recent.push(...events);
    if (this.recent.length > RECENT * 2) this.recent = this.recent.slice(-RECENT);
    for (const listener of this.listeners) {
      try {
        listener(events);
      } catch (error) {
        this.onError(error);
      }
    }
  }
}
