import type { Config } from '../config/config';
import type { Database } from '../database/database';
import type { EventLog } from '../event-log/event-log';
import type { Clock } from '../lib/clock';
import type { Logger } from '../observability/logger';
import type { PageCursors } from '../reader/page-cursor';
import type { Registry } from '../reader/registry';

/** What operations work with; made once, by the composition. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly registry: Registry;
  readonly pageCursors: PageCursors;
  readonly logger: Logger;
  readonly appVersion: string;
}
