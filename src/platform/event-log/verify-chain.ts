import type { Database } from '../database/database';

const STEP = 50_000;
/** What the first event follows. */
const GENESIS = `sha256('tiendo'::bytea)`;

/**
 * The end of a log: its last position and the hash there. Kept elsewhere, it proves later that everything up to it is
 * still there, unchanged.
 */
export interface LogEnd {
  readonly position: number;
  /** hex */
  readonly hash: string;
}

/** What is wrong with a log, and from which position on. */
export interface LogFault {
  readonly is:
    | 'NO_HEAD' // the row that says where the log ends is gone
    | 'BROKEN' // an event does not follow from the one before it, or is not what its hash says
    | 'MISSING' // fewer (or more) events than positions
    | 'EPOCH' // an event of a later epoch than the one after it, or than the head
    | 'OUTSIDE' // events before the first position or beyond the head
    | 'CUT' // the head says less than was once numbered
    | 'HEAD' // the last event is not the one that the head names
    | 'KEPT_GONE' // the log ends before an end that was kept elsewhere
    | 'KEPT_DIFFERS'; // another hash at the position of an end that was kept elsewhere
  readonly position: number;
}

/** What a walk over the whole log found. */
export interface ChainReport {
  readonly events: number;
  readonly head: LogEnd;
  /** Empty when the log is whole. */
  readonly faults: readonly LogFault[];
}

interface Head extends LogEnd {
  readonly epoch: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly numbered: number | null;
}

// in one statement, so that a server that goes on numbering changes nothing between its parts
const HEAD = `
  select h.epoch, h.position, encode(h.hash, 'hex') as hash, (select min(position) from event_log) as first,
    (select max(position) from event_log) as last,
    (select max(last_position) from log_batch where epoch > 0) as numbered
  from log_head h`;

// the canonical text is written out here, for functions of the database are in the hands of whoever changed its rows
const FOLLOWS = `
  e.previous_hash is not distinct from case when e.position = 1 then ${GENESIS} else before.hash_bytes end
    and e.hash_bytes is not distinct from sha256(e.previous_hash || convert_to(jsonb_build_object(
      'position', e.position, 'epoch', e.epoch, 'type', e.type,
      'occurredAt', to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'actorId', e.actor_id, 'actorName', e.actor_name, 'unitId', e.unit_id, 'programmeId', e.programme_id,
      'subjectType', e.subject_type, 'subjectId', e.subject_id, 'audience', e.audience,
      'tags', e.tags, 'data', e.data)::text, 'UTF8'))`;

const WALK = `
  select count(*)::integer as events, (min(e.position) filter (where (${FOLLOWS}) is not true)) as broken,
    (min(e.position) filter (where e.epoch < before.epoch or e.epoch > $3 or e.epoch < 1)) as epoch
  from event_log e left join event_log before on before.position = e.position - 1
  where e.position > $1 and e.position <= $2`;

/**
 * Verifies every event of the log against the one before it, the end against the head, and both against ends that were
 * kept elsewhere. Changes nothing.
 */
export async function verifyChain(database: Database, kept: readonly LogEnd[] = []): Promise<ChainReport> {
  const [head] = await database.query<Head>(HEAD);
  if (head === undefined) {
    return { events: 0, head: { position: 0, hash: '' }, faults: [{ is: 'NO_HEAD', position: 0 }] };
  }
  const { events, faults } = await walk(database, head);
  if (head.first !== null && head.first < 1) faults.push({ is: 'OUTSIDE', position: head.first });
  if (head.last !== null && head.last > head.position) faults.push({ is: 'OUTSIDE', position: head.position + 1 });
  if ((head.numbered ?? 0) > head.position) faults.push({ is: 'CUT', position: head.position + 1 });
  if ((await hashAt(database, head.position)) !== head.hash) faults.push({ is: 'HEAD', position: head.position });
  for (const { position, hash } of kept) {
    const found = position > head.position ? null : await hashAt(database, position);
    if (found === null) faults.push({ is: 'KEPT_GONE', position });
    else if (found !== hash) faults.push({ is: 'KEPT_DIFFERS', position });
  }
  return { events, head: { position: head.position, hash: head.hash }, faults };
}

/** Every event up to the head; of each kind of fault the first. */
async function walk(database: Database, head: Head): Promise<{ events: number; faults: LogFault[] }> {
  let events = 0;
  const faults: LogFault[] = [];
  const note = (is: LogFault['is'], position: number | null): void => {
    if (position !== null && !faults.some((fault) => fault.is === is)) faults.push({ is, position });
  };
  for (let after = 0; after < head.position; after += STEP) {
    const upTo = Math.min(after + STEP, head.position);
    const [found] = await database.query<{ events: number; broken: number | null; epoch: number | null }>(WALK, [
      after,
      upTo,
      head.epoch,
    ]);
    events += found!.events;
    note('BROKEN', found!.broken);
    note('EPOCH', found!.epoch);
    if (found!.events !== upTo - after) note('MISSING', after + 1);
  }
  return { events, faults };
}

async function hashAt(database: Database, position: number): Promise<string | null> {
  const [row] = await database.query<{ hash: string }>(
    `select encode(hash_bytes, 'hex') as hash from event_log where position = $1 and position > 0
    union all select encode(${GENESIS}, 'hex') where $1 = 0`,
    [position],
  );
  return row?.hash ?? null;
}
