import type { EventAudience } from './event-audience';

/** An event as this process carries it from the log to its streams and live queries. */
export interface LogEvent {
  readonly position: number;
  readonly epoch: number;
  readonly txid: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly unitId: string | null;
  readonly programmeId: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly audience: EventAudience;
  readonly tags: readonly string[];
  readonly data: object;
  /** SHA-256 of the chain, hex. */
  readonly hash: string;
}

/** Columns of the log in the shape of LogEvent; `e` is the alias. */
export const EVENT_COLUMNS = `e.position, e.epoch, e.txid::text as txid, e.type, e.occurred_at as "occurredAt", e.actor_id as "actorId",
  e.actor_name as "actorName", e.unit_id as "unitId", e.programme_id as "programmeId", e.subject_type as "subjectType",
  e.subject_id as "subjectId", e.audience, e.tags, e.data, encode(e.hash_bytes, 'hex') as hash`;
