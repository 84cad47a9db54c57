import type { Actor } from '../access/actor';
import type { Database } from '../database/database';
import type { CalendarDate } from '../lib/clock';

/** What one operation reads with: who asks, at which moment of the programme, and what it turned out to depend on. Made anew for every run. */
export interface ReadContext {
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: CalendarDate;
  /** Names of all fields that the operation mentions: a derived fact is computed only if its name is among them. */
  readonly fieldNames: ReadonlySet<string>;
  /** Filled while reading: tables, and `today` where an answer depends on the date. */
  readonly dependencies: Set<string>;
}
