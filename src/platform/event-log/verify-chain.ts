import type { Database } from '../database/database';

const STEP = 50_000;

/** What a walk over the whole chain found. */
export interface ChainReport {
  readonly events: number;
  /** Position of the first event that does not follow from the one before it; null when the chain is whole. */
  readonly brokenAt: number | null;
  /** Whether the last event is the one that the head names: a cut tail shows here. */
  readonly reachesHead: boolean;
  /** Hash of the head, hex: keep it elsewhere and compare it later. */
  readonly headHash: string;
}

/** Verifies every event of the log against the one before it, and the end against the head. */
export async function verifyChain(database: Database): Promise<ChainReport> {
  const [head] = await database.query<{ position: number; hash: string }>(
    `select position, encode(hash, 'hex') as hash from log_head`,
  );
  let brokenAt: number | null = null;
  for (let after = 0; after < head!.position && brokenAt === null; after += STEP) {
    const [broken] = await database.query<{ position: number }>(
      'select broken_position as position from verify_events($1, $2) limit 1',
      [after, after + STEP],
    );
    brokenAt = broken?.position ?? null;
  }
  const [count] = await database.query<{ events: number; reaches: boolean }>(
    `select count(*)::integer as events,
      coalesce((select encode(e.hash_bytes, 'hex') = $2 from event_log e where e.position = $1), $1 = 0) as reaches
    from event_log where position <= $1`,
    [head!.position, head!.hash],
  );
  const reachesHead = count!.reaches && count!.events === head!.position;
  return { events: count!.events, brokenAt, reachesHead, headHash: head!.hash };
}
