import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, sequencer, hash chain: how a committed change gets its number. */
export class EventLog1700000000001 implements MigrationInterface {
  name = 'EventLog1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLES, CHAIN, CANONICAL, PARTITIONS, SEQUENCER, VERIFIER]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function verify_events(bigint, bigint);
      drop function sequence_events();
      drop function ensure_event_partition(bigint);
      drop aggregate event_chain(bytea, text);
      drop function event_chain_step(bytea, bytea, text);
      drop function event_canonical(bigint, integer, text, timestamptz, uuid, text, uuid, uuid, text, uuid, text, text[], jsonb);
      drop table event_log;
      drop table log_batch;
      drop table log_head;
      drop table outbox;
      drop table server_secret;
      drop table started_day;
      drop table installation;
    `);
  }
}

const TABLES = `
  -- what was fixed when this database was first started
  create table installation (
    only_row boolean primary key default true check (only_row),
    clock_offset_ms bigint not null,
    demo_loaded_at timestamptz
  );

  -- the dates of which DAY_STARTED was said
  create table started_day (on_date date primary key);

  -- signs the cursors of pages, in every process of this database alike
  create table server_secret (
    only_row boolean primary key default true check (only_row),
    secret bytea not null
  );
  insert into server_secret (secret) select sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea);

  -- events of committed transactions that have no number yet
  create table outbox (
    id bigint generated always as identity primary key,
    txid xid8 not null default pg_current_xact_id(),
    type text not null,
    occurred_at timestamptz not null,
    actor_id uuid,
    actor_name text,
    unit_id uuid,
    programme_id uuid,
    subject_type text,
    subject_id uuid,
    audience text not null,
    tags text[] not null,
    data jsonb not null
  );

  create table event_log (
    position bigint not null,
    epoch integer not null,
    -- xid8 as a number: TypeORM knows no xid8
    txid bigint not null,
    type text not null,
    occurred_at timestamptz not null,
    actor_id uuid,
    actor_name text,
    unit_id uuid,
    programme_id uuid,
    subject_type text,
    subject_id uuid,
    audience text not null,
    tags text[] not null,
    data jsonb not null,
    previous_hash bytea not null,
    hash_bytes bytea not null,
    constraint "PK_a629173c41e7b0bdf3fe01f6d11" primary key (position)
  ) partition by range (position);
  create index "IDX_ff48d97c42574f559371e67fdf" on event_log (txid);

  -- one row: where the log ends; which database it was written in (a restore changes that, and raises the epoch)
  create table log_head (
    only_row boolean primary key default true check (only_row),
    epoch integer not null,
    position bigint not null,
    hash bytea not null,
    system_identifier bigint not null,
    timeline integer not null
  );
  insert into log_head (epoch, position, hash, system_identifier, timeline)
    select 1, 0, sha256('tiendo'::bytea), s.system_identifier, c.timeline_id from pg_control_system() s, pg_control_checkpoint() c;

  -- one row per batch of the sequencer: its time, and which transactions were visible to it
  create table log_batch (
    last_position bigint primary key,
    first_position bigint not null,
    epoch integer not null,
    sequenced_at timestamptz not null,
    snapshot pg_snapshot not null
  );
`;

// hash = sha256(previous hash, canonical text), running over a batch in one pass (12-14 µs an event in the server)
const CHAIN = `
  create function event_chain_step(state bytea, previous bytea, canonical text) returns bytea
    language sql immutable parallel safe
    return sha256(coalesce(state, previous) || convert_to(canonical, 'UTF8'));
  create aggregate event_chain(bytea, text) (sfunc = event_chain_step, stype = bytea);
`;

// jsonb orders keys and writes numbers its own way, the moment is written in UTC: no session setting changes this text
const CANONICAL = `
  create function event_canonical(place bigint, epoch integer, type text, occurred_at timestamptz, actor_id uuid,
    actor_name text, unit_id uuid, programme_id uuid, subject_type text, subject_id uuid, audience text, tags text[], data jsonb
  ) returns text language sql stable parallel safe
    return jsonb_build_object('position', place, 'epoch', epoch, 'type', type,
      'occurredAt', to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'actorId', actor_id, 'actorName', actor_name, 'unitId', unit_id, 'programmeId', programme_id,
      'subjectType', subject_type, 'subjectId', subject_id, 'audience', audience, 'tags', tags, 'data', data)::text;
`;

const PARTITIONS = `
  create function ensure_event_partition(at_position bigint) returns void language plpgsql as $$
  declare
    -- a million events of about 600 bytes: one partition stays near 1 GB with its index
    size constant bigint := 1000000;
    slot constant bigint := at_position / size;
    name constant text := 'event_log_' || slot;
  begin
    if to_regclass(name) is null then
      execute format('create table %I partition of event_log for values from (%s) to (%s)', name, slot * size, (slot + 1) * size);
    end if;
  end $$;
`;

const SEQUENCER = `
  create function sequence_events() returns setof event_log language plpgsql as $$
  declare
    batch_size constant integer := 1000;
    head log_head;
    last_position bigint;
  begin
    -- blocking on purpose: who waits here gets the rows of everybody who committed meanwhile
    perform pg_advisory_xact_lock(7202102);
    select * into head from log_head;
    perform ensure_event_partition(head.position + 1);
    perform ensure_event_partition(head.position + batch_size);
    return query
    with taken as (
      delete from outbox where id in (select o.id from outbox o order by o.id limit batch_size) returning *
    ), numbered as (
      select head.position + row_number() over (order by t.id) as position, t.* from taken t
    ), chained as (
      select n.*, event_chain(head.hash, event_canonical(n.position, head.epoch, n.type, n.occurred_at, n.actor_id, n.actor_name,
        n.unit_id, n.programme_id, n.subject_type, n.subject_id, n.audience, n.tags, n.data)) over (order by n.position) as hash
      from numbered n
    ), inserted as (
      insert into event_log
      select c.position, head.epoch, c.txid::text::bigint, c.type, c.occurred_at, c.actor_id, c.actor_name, c.unit_id, c.programme_id,
        c.subject_type, c.subject_id, c.audience, c.tags, c.data,
        coalesce(lag(c.hash) over (order by c.position), head.hash), c.hash
      from chained c order by c.position
      returning *
    ), noted as (
      insert into log_batch
      select max(c.position), min(c.position), head.epoch, clock_timestamp(), pg_current_snapshot() from chained c having count(*) > 0
    ), moved as (
      update log_head set position = newest.position, hash = newest.hash
      from (select c.position, c.hash from chained c order by c.position desc limit 1) newest
    )
    select i.* from inserted i order by i.position;
    if found then
      select h.position into last_position from log_head h;
      perform pg_notify('tiendo_log', json_build_object('epoch', head.epoch, 'first', head.position + 1, 'last', last_position)::text);
    end if;
  end $$;
`;

// one row per event of the range that does not follow from the one before it
const VERIFIER = `
  create function verify_events(after_position bigint, up_to bigint) returns table (broken_position bigint) language sql stable as $$
    select e.position
    from event_log e
    left join event_log before on before.position = e.position - 1
    where e.position > after_position and e.position <= up_to
      and (e.previous_hash is distinct from case when e.position = 1 then sha256('tiendo'::bytea) else before.hash_bytes end
        or e.hash_bytes is distinct from event_chain_step(null, e.previous_hash, event_canonical(e.position, e.epoch, e.type,
          e.occurred_at, e.actor_id, e.actor_name, e.unit_id, e.programme_id, e.subject_type, e.subject_id, e.audience, e.tags, e.data)))
    order by e.position
  $$;
`;
