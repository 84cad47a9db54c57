import type { Transaction } from '../database/transaction';
import type { EntityClass } from '../reader/declarations';

/** What a domain does when something of a domain on its left has gone a step further, in the same transaction: it knows of it, the other way round nobody does. */
export interface Follower {
  readonly of: EntityClass;
  readonly step: string;
  readonly follow: (manager: Transaction['manager'], id: string) => Promise<void>;
}
