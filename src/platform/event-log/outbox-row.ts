import type { EventDraft } from './event-draft';

const COLUMNS = {
  type: 'text',
  occurred_at: 'timestamptz',
  actor_id: 'uuid',
  actor_name: 'text',
  unit_id: 'uuid',
  programme_id: 'uuid',
  subject_type: 'text',
  subject_id: 'uuid',
  audience: 'text',
  tags: 'text[]',
  data: 'jsonb',
};

/** The columns of the outbox that a command fills, with their types: what `jsonb_to_record` makes of a row. */
export const OUTBOX_COLUMNS = Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** Their names. */
export const OUTBOX_NAMES = Object.keys(COLUMNS).join(', ');

/** An event as a row of the outbox, by the names of columns; its tags are the tables that were written, and what else may have changed. */
export function outboxRow(draft: EventDraft, touched: Iterable<string>): object {
  return {
    type: draft.type,
    occurred_at: draft.occurredAt,
    actor_id: draft.actor?.accountId ?? null,
    actor_name: draft.actor?.displayName ?? null,
    unit_id: draft.unitId,
    programme_id: draft.programmeId,
    subject_type: draft.subject?.type ?? null,
    subject_id: draft.subject?.id ?? null,
    audience: draft.audience,
    tags: [...new Set([...touched, ...(draft.extraTags ?? [])])].sort(),
    data: draft.data,
  };
}
