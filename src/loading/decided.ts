import type { EntityManager } from 'typeorm';

/** Ids of the rows of a type of which commands said one of these: what users decided, no loading undoes. Tells of events that have no number yet, too. */
export async function idsDecided(
  manager: EntityManager,
  type: 'Unit' | 'Target' | 'Indicator',
  events: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `select subject_id as id from event_log where subject_type = $1 and type = any($2)
     union select subject_id from outbox where subject_type = $1 and type = any($2)`,
    [type, [...events]],
  );
  return new Set(rows.map(({ id }) => id));
}
