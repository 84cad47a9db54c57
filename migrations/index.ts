import { Tables1700000000000 } from './1700000000000-tables';
import { EventLog1700000000001 } from './1700000000001-event-log';
import { IdempotencyKeys1700000000002 } from './1700000000002-idempotency-keys';

/** All migrations, in their order. */
export const migrations = [Tables1700000000000, EventLog1700000000001, IdempotencyKeys1700000000002];
