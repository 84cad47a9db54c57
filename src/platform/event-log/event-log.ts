import type { Database } from '../database/database';
import type { Bus, LogReach } from './bus';
import { EventFeed } from './event-feed';
import type { LogEvent } from './event-row';
import type { LogCursor } from './log-cursor';
import { NotifyBus } from './notify-bus';
import { Sequencer } from './sequencer';

const POLL_MS = 200;
const STATE = 'select h.epoch, h.position, exists (select from outbox) as "hasUnnumbered" from log_head h';

/**
 * The log as the rest of the program uses it: numbering after commits, the feed of this process, and the poll that repairs what a crash
 * between commit and numbering left, or what the bus lost.
 */
export class EventLog {
  readonly feed: EventFeed;
  private readonly sequencer: Sequencer;
  private timer: NodeJS.Timeout | null = null;
  private polling: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly onError: (error: unknown) => void,
    private readonly bus: Bus = new NotifyBus(database, onError),
    private readonly pollMs = POLL_MS,
  ) {
    this.feed = new EventFeed(database, onError);
    this.sequencer = new Sequencer(database, (events) => this.onNumbered(events));
  }

  /** Adopts the database, takes up the log at its end and begins to watch it. */
  async start(): Promise<void> {
    await this.adopt();
    // the feed first: what is numbered next must follow what it holds
    await this.feed.start();
    await this.sequencer.sequence();
    await this.bus.start((reach) => this.onReach(reach));
    this.schedule();
  }

  /** Stops watching. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.polling;
    await this.bus.stop();
    await this.feed.settled();
  }

  /** Numbers what is committed. Resolves when the caller's own commit is in the log. */
  sequence(): Promise<void> {
    return this.sequencer.sequence();
  }

  /** Cursor of the last event that a transaction wrote, on one row where that is named; the head when it wrote none. Call after `sequence`. */
  async cursorOf(txid: string, subjectId: string | null = null): Promise<LogCursor> {
    const heard = this.feed.lastOf(txid, subjectId);
    if (heard !== null) return heard;
    const rows = await this.database.query<LogCursor>(
      'select epoch, position from event_log where txid = $1::bigint and ($2::uuid is null or subject_id = $2) order by position desc limit 1',
      [txid, subjectId],
    );
    return rows[0] ?? this.feed.head;
  }

  /** Cursor of the last of several events, each named by its transaction and the row that it is about. Call after `sequence`. */
  async lastCursorOf(events: readonly { readonly txid: string; readonly subjectId: string }[]): Promise<LogCursor> {
    const heard = events.map(({ txid, subjectId }) => this.feed.lastOf(txid, subjectId));
    const unheard = events.filter((_, index) => heard[index] === null);
    const found =
      unheard.length === 0
        ? []
        : await this.database.query<LogCursor>(
            `select e.epoch, e.position from unnest($1::bigint[], $2::uuid[]) as named(txid, subject_id) join event_log e using (txid, subject_id)
             order by e.epoch desc, e.position desc limit 1`,
            [unheard.map(({ txid }) => txid), unheard.map(({ subjectId }) => subjectId)],
          );
    const cursors = [...heard.flatMap((cursor) => cursor ?? []), ...found];
    return cursors.reduce((last, cursor) => (isAfter(cursor, last) ? cursor : last), cursors[0] ?? this.feed.head);
  }

  /** Waits until this process has heard of the log up to a cursor; false when that takes longer than the time given. */
  hasReached(cursor: LogCursor, patienceMs: number): Promise<boolean> {
    const isThere = (): boolean => {
      const { epoch, position } = this.feed.head;
      return epoch > cursor.epoch || (epoch === cursor.epoch && position >= cursor.position);
    };
    if (isThere()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (reached: boolean): void => {
        stop();
        clearTimeout(timer);
        resolve(reached);
      };
      const stop = this.feed.listen(() => {
        if (isThere()) end(true);
      });
      const timer = setTimeout(() => end(false), patienceMs);
    });
  }

  /** A database that was restored or failed over gets a new epoch: cursors given out in a lost future must not be taken for places here. */
  private async adopt(): Promise<void> {
    await this.database.query(`
      update log_head h set epoch = h.epoch + 1, system_identifier = s.system_identifier, timeline = c.timeline_id
      from pg_control_system() s, pg_control_checkpoint() c
      where (h.system_identifier, h.timeline) is distinct from (s.system_identifier, c.timeline_id)`);
  }

  private onNumbered(events: readonly LogEvent[]): void {
    this.feed.offer(events);
    const last = events.at(-1)!;
    this.bus.announce({ epoch: last.epoch, first: events[0]!.position, last: last.position });
  }

  private onReach({ epoch, last }: LogReach): void {
    // a process that is still on a database that was left speaks of another future
    if (epoch >= this.feed.head.epoch) this.feed.hint(last);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.polling = this.poll()
        .catch(this.onError)
        .finally(() => this.schedule());
    }, this.pollMs);
  }

  private async poll(): Promise<void> {
    const [state] = await this.database.query<{ position: number; hasUnnumbered: boolean }>(STATE);
    if (state!.hasUnnumbered) await this.sequencer.sequence();
    this.feed.hint(state!.position);
  }
}

function isAfter(one: LogCursor, other: LogCursor): boolean {
  return one.epoch > other.epoch || (one.epoch === other.epoch && one.position > other.position);
}
