import { Tables1700000000000 } from './1700000000000-tables';
import { EventLog1700000000001 } from './1700000000001-event-log';
import { IdempotencyKeys1700000000002 } from './1700000000002-idempotency-keys';
import { History1700000000003 } from './1700000000003-history';
import { Reading1700000000004 } from './1700000000004-reading';
import { KeptSummaries1700000000005 } from './1700000000005-kept-summaries';
import { DocumentsLife1700000000010 } from './1700000000010-documents-life';
import { Committee1700000000011 } from './1700000000011-committee';

/** All migrations, in their order. */
export const migrations = [
  Tables1700000000000,
  EventLog1700000000001,
  IdempotencyKeys1700000000002,
  History1700000000003,
  Reading1700000000004,
  KeptSummaries1700000000005,
  DocumentsLife1700000000010,
  Committee1700000000011,
];
