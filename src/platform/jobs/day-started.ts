import type { Database } from '../database/database';
import { appendEvent } from '../event-log/append-event';
import { EventAudience } from '../event-log/event-audience';
import type { EventLog } from '../event-log/event-log';
import { addDays } from '../lib/calendar-date';
import { type Clock, startOfDate, todayOf } from '../lib/clock';
import { dayEvents } from './day.events';

const LONGEST_WAIT_MS = 60_000;

/**
 * Says once a date that a new day has begun: what depends on the date (lateness, health, freshness) is then answered anew. Any process may say it; the
 * date's own row lets only one do so.
 */
export class DayStarted {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Says it for today, then for every date that begins. */
  async start(): Promise<void> {
    await this.say();
    this.schedule();
  }

  /** Ends it. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopped) return;
    const untilMidnight = startOfDate(addDays(todayOf(this.clock), 1)).getTime() - this.clock.now().getTime();
    // the machine's clock may be set meanwhile: look again every minute
    const wait = Math.min(Math.max(untilMidnight, 0) + 20, LONGEST_WAIT_MS);
    this.timer = setTimeout(() => {
      this.running = this.say()
        .catch(this.onError)
        .finally(() => this.schedule());
    }, wait);
  }

  private async say(): Promise<void> {
    const date = todayOf(this.clock);
    const said = await this.database.transaction(async (tx) => {
      const rows = await tx.query(
        'insert into started_day (on_date) values ($1) on conflict do nothing returning on_date',
        [date],
      );
      if (rows.length === 0) return false;
      await tx.query("delete from idempotency_key where created_at < clock_timestamp() - interval '30 days'");
      appendEvent(tx, {
        type: dayEvents.DAY_STARTED.type,
        occurredAt: this.clock.now(),
        actor: null,
        subject: null,
        unitId: null,
        programmeId: null,
        audience: EventAudience.EVERYONE,
        data: { date },
        extraTags: ['today'],
      });
      return true;
    });
    if (said) await this.log.sequence();
  }
}
