import { type Actor, hasRole } from '../platform/access/actor';
import type { Identify } from '../platform/access/remembered-identities';
import type { Database } from '../platform/database/database';
import type { Clock } from '../platform/lib/clock';

/** A screen that goes on is noted again after this time. */
const EVERY_MS = 30_000;

const NOTE = `insert into display_sighting (display_id, seen_at)
  select id, $2 from display where account_id = any($1::uuid[])
  on conflict (display_id) do update set seen_at = greatest(excluded.seen_at, display_sighting.seen_at)`;

/** Notes which screens are there: at once when one says who it is, and then as long as it stays connected. One for each process. */
export class DisplaySightings {
  private readonly noted = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Begins to note those who stay connected. */
  watch(connected: () => readonly Actor[]): void {
    this.timer = setInterval(() => {
      this.noted.clear();
      this.note(connected());
    }, EVERY_MS).unref();
  }

  /** The same way to find out whose a token is, which notes screens on its way. */
  noticing(identify: Identify): Identify {
    return async (token) => {
      const identity = await identify(token);
      if (identity.is === 'valid') this.note([identity.actor]);
      return identity;
    };
  }

  /** Stops noting; resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
  }

  private note(actors: readonly Actor[]): void {
    const screens = actors.filter((actor) => hasRole(actor, 'DISPLAY') && !this.noted.has(actor.accountId));
    if (screens.length === 0) return;
    const accounts = screens.map(({ accountId }) => accountId);
    for (const account of accounts) this.noted.add(account);
    this.writing = this.writing
      .then(() => this.database.query(NOTE, [accounts, this.clock.now()]))
      .then(() => undefined, this.onError);
  }
}
