import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which unit carries on the matters of which, from when to when and with what share: followed through all successions, kept by triggers. */
export class UnitHeirs1700000000020 implements MigrationInterface {
  name = 'UnitHeirs1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLE, DERIVED, TRIGGERS]) await runner.query(statement);
    await runner.query(`select keep_history('unit_heir')`);
    await runner.query('select recount_unit_heirs()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`select drop_history('unit_heir')`);
    // the triggers go with their functions
    await runner.query(`
      drop function keep_own_heir() cascade;
      drop function keep_unit_heirs() cascade;
      drop function recount_unit_heirs();
      drop view unit_heir_derived;
      drop table unit_heir;
      alter table unit_succession drop constraint unit_succession_other;
    `);
  }
}

const TABLE = `
  alter table unit_succession add constraint unit_succession_other check (predecessor_id <> successor_id);
  create table unit_heir (
    id uuid not null default gen_random_uuid(),
    unit_id uuid not null,
    heir_id uuid not null,
    share numeric not null,
    held_from date,
    held_to date,
    constraint "PK_3f2b8505680f832fe7f21a61f25" primary key (id)
  );
  create index "IDX_3b2517cc4d27d18ebf9fa39e03" on unit_heir (unit_id, held_from);
  create index "IDX_b555c5136044effdb4dcc63748" on unit_heir (heir_id);
  alter table unit_heir add constraint "FK_7d8123b395ea4fd6847d9c21583" foreign key (unit_id) references unit (id) on delete cascade;
  alter table unit_heir add constraint "FK_b555c5136044effdb4dcc637489" foreign key (heir_id) references unit (id) on delete cascade;
`;

/*
 * Every unit begins as its own heir. When a unit is succeeded, what it held goes on to its successors by their shares, from that day or, where it came
 * later than that day, from then on. A unit that ended without a successor keeps its matters. A way that comes back to where it was is not followed.
 */
const DERIVED = `
  create view unit_heir_derived as
  with recursive ended as (
    select predecessor_id as unit_id, min(effective_on) as on_date from unit_succession group by predecessor_id
  ), way (unit_id, heir_id, share, held_from, path) as (
    select id, id, 1::numeric, null::date, array[id] from unit
    union all
    select w.unit_id, s.successor_id, w.share * s.share, greatest(w.held_from, s.effective_on), w.path || s.successor_id
    from way w join unit_succession s on s.predecessor_id = w.heir_id
    where s.successor_id <> all (w.path)
  )
  select w.unit_id, w.heir_id, trim_scale(sum(w.share)) as share, w.held_from, e.on_date - 1 as held_to
  from way w left join ended e on e.unit_id = w.heir_id
  where e.on_date is null or w.held_from is null or w.held_from < e.on_date
  group by w.unit_id, w.heir_id, w.held_from, e.on_date;
`;

/* There are some dozens of units and their structure changes a few times in a term: all is derived again, and only what differs is written. */
const TRIGGERS = `
  create function recount_unit_heirs() returns void language plpgsql as $$
  begin
    -- two that change the structure at once: the second derives from what the first one wrote
    perform pg_advisory_xact_lock(7202104);
    delete from unit_heir h where not exists (
      select from unit_heir_derived d where (d.unit_id, d.heir_id, d.share, d.held_from, d.held_to)
        is not distinct from (h.unit_id, h.heir_id, h.share, h.held_from, h.held_to));
    insert into unit_heir (unit_id, heir_id, share, held_from, held_to)
    select d.unit_id, d.heir_id, d.share, d.held_from, d.held_to from unit_heir_derived d where not exists (
      select from unit_heir h where (h.unit_id, h.heir_id, h.share, h.held_from, h.held_to)
        is not distinct from (d.unit_id, d.heir_id, d.share, d.held_from, d.held_to));
  end $$;
  create function keep_unit_heirs() returns trigger language plpgsql as $$
  begin
    perform recount_unit_heirs();
    return null;
  end $$;
  create trigger keep_unit_heirs after insert or update or delete on unit_succession
    for each statement execute function keep_unit_heirs();
  -- nobody has succeeded a new unit: it waits for nobody
  create function keep_own_heir() returns trigger language plpgsql as $$
  begin
    insert into unit_heir (unit_id, heir_id, share) values (new.id, new.id, 1);
    return null;
  end $$;
  create trigger keep_own_heir after insert on unit for each row execute function keep_own_heir();
`;
