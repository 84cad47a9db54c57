import type { Actor } from '../access/actor';
import type { Database } from '../database/database';
import type { EventLog } from '../event-log/event-log';
import type { Clock } from '../lib/clock';
import type { Language } from '../lib/localised';
import type { NoteStage } from '../observability/stages';
import type { CommandBatchers } from './batched/command-batchers';
import type { Precondition, Reaction } from './steps';

/** Whose command it is, and what it is run with. */
export interface CommandContext {
  /** Throws UNAUTHENTICATED for strangers. */
  readonly actor: Actor;
  readonly language: Language;
  readonly origin: { readonly address: string };
  /** Told with the answer, in seconds, to whom a limit refuses. */
  retryAfter: number | null;
  readonly services: CommandServices;
}

/** What commands are run with; made once, by the composition. */
export interface CommandServices {
  readonly database: Database;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly preconditions: readonly Precondition[];
  readonly reactions: readonly Reaction[];
  /** Where commands that share statements gather. */
  readonly batchers: CommandBatchers;
  readonly noteStage: NoteStage;
}
