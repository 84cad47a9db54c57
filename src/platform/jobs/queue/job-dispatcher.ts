import type { Database } from '../../database/database';
import type { Transaction } from '../../database/transaction';
import type { EventFeed } from '../../event-log/event-feed';
import { writeCursor } from '../../event-log/log-cursor';
import type { ShiftedClock } from '../../lib/clock';
import type { DeclaredJob } from './declared-job';

interface LeadingEvent {
  readonly epoch: number;
  readonly position: number;
  readonly type: string;
  readonly occurredAt: Date;
}

const EVENTS = `select e.epoch, e.position, e.type, e.occurred_at as "occurredAt" from event_log e
  where e.position > $1 and e.type = any($2) order by e.position`;

const ADD = `select graphile_worker.add_job(identifier => $1, payload => json_build_object('cursor', $2::text),
  run_at => $3, job_key => $1 || ' ' || $2)`;

/**
 * Puts jobs into their queue as the log leads to them: once for each event, whatever number of processes follow it, for how far it was followed is kept in the
 * database and moves in the same transaction. What was logged while nobody followed is taken up at the start.
 */
export class JobDispatcher {
  private readonly types: ReadonlySet<string>;
  private stopListening: (() => void) | null = null;
  private following: Promise<void> = Promise.resolve();
  private isBehind = false;
  private isWaiting = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly feed: EventFeed,
    private readonly clock: ShiftedClock,
    private readonly jobs: readonly DeclaredJob[],
    private readonly onError: (error: unknown) => void,
  ) {
    this.types = new Set(jobs.flatMap(({ after }) => after));
  }

  /** Takes up what was logged meanwhile, and goes on with what is logged next. */
  async start(): Promise<void> {
    this.stopListening = this.feed.listen((events) => {
      if (events.some(({ type }) => this.types.has(type))) this.follow();
    });
    this.follow();
    await this.following;
  }

  /** Tries again what has failed. */
  catchUp(): void {
    if (this.isBehind) this.follow();
  }

  /** Ends it; waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopListening?.();
    await this.following;
  }

  private follow(): void {
    if (this.isWaiting || this.stopped) return;
    this.isWaiting = true;
    this.following = this.following.then(() => {
      this.isWaiting = false;
      return this.add();
    });
  }

  private async add(): Promise<void> {
    try {
      await this.database.transaction((tx) => this.addWithin(tx));
      this.isBehind = false;
    } catch (error) {
      this.isBehind = true;
      this.onError(error);
    }
  }

  private async addWithin(tx: Transaction): Promise<void> {
    const [reached] = await tx.query<{ position: number }>('select position from job_dispatcher for update');
    const events = await tx.query<LeadingEvent>(EVENTS, [reached!.position, [...this.types]]);
    if (events.length === 0) return;
    for (const event of events) {
      const runAt = new Date(event.occurredAt.getTime() - this.clock.offsetMs).toISOString();
      for (const { name, after } of this.jobs) {
        if (after.some((type) => type === event.type)) await tx.query(ADD, [name, writeCursor(event), runAt]);
      }
    }
    await tx.query('update job_dispatcher set position = $1', [events.at(-1)!.position]);
  }
}
