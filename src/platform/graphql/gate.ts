import type { Actor } from '../access/actor';
import type { Transaction } from '../database/transaction';
import type { CalendarDate } from '../lib/clock';
import type { Refusal } from '../lib/domain-error';
import type { EntityClass } from '../reader/declarations';

/** What a domain demands before something of a domain on its left goes a step further: it knows of it, the other way round nobody does. */
export interface Gate {
  readonly of: EntityClass;
  readonly step: string;
  /** What is missing, each with a way out that is open to the actor; nothing where the step may be taken. Called within the command's transaction. */
  readonly missing: (
    manager: Transaction['manager'],
    id: string,
    today: CalendarDate,
    actor: Actor,
  ) => Promise<readonly Refusal[]>;
}
