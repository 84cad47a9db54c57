import type { Transaction } from '../database/transaction';
import type { EventAudience } from './event-audience';
import type { EventType } from './event-types';

/** An event as a command states it. */
export interface EventDraft {
  readonly type: EventType;
  readonly occurredAt: Date;
  readonly actor: { readonly accountId: string; readonly displayName: string } | null;
  /** The thing it happened to: GraphQL type name and row id. */
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly unitId: string | null;
  readonly programmeId: string | null;
  readonly audience: EventAudience;
  /** Facts that a reader of the log needs without looking elsewhere; JSON, texts already clean. */
  readonly data: object;
  /** What may have changed beside the tables that the transaction wrote. */
  readonly extraTags?: readonly string[];
}

const INSERT = `insert into outbox
  (type, occurred_at, actor_id, actor_name, unit_id, programme_id, subject_type, subject_id, audience, tags, data)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * Puts an event into the transaction's outbox. It is written as the transaction's last step: after all row locks are held, so that two events
 * on one row are numbered in the order of their commits, and when all tables written are known.
 */
export function appendEvent(tx: Transaction, draft: EventDraft): void {
  tx.beforeCommit(async () => {
    const tags = [...new Set([...tx.touched, ...(draft.extraTags ?? [])])].sort();
    await tx.query(INSERT, [
      draft.type,
      draft.occurredAt,
      draft.actor?.accountId ?? null,
      draft.actor?.displayName ?? null,
      draft.unitId,
      draft.programmeId,
      draft.subject?.type ?? null,
      draft.subject?.id ?? null,
      draft.audience,
      tags,
      JSON.stringify(draft.data),
    ]);
  });
}
