import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every version of every readable row, the current one too, kept beside its table by a static trigger in the writer's transaction.
 * A later migration that alters one of these tables calls `select keep_history('…')` for it again, at its end.
 */
export class History1700000000003 implements MigrationInterface {
  name = 'History1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SEEN_IN, KEEP_HISTORY, DROP_HISTORY]) await runner.query(statement);
    for (const table of TABLES) await runner.query(`select keep_history('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`select drop_history('${table}')`);
    await runner.query(`
      drop function drop_history(regclass);
      drop function keep_history(regclass);
      drop function seen_in(xid8, integer, integer, pg_snapshot);
    `);
  }
}

/** The tables of readable types. Without event_log, which never changes, and without roles: rights are those of now. */
const TABLES = [
  'account',
  'appendix',
  'chronicle_entry',
  'committee_membership',
  'display',
  'document',
  'indicator',
  'measurement',
  'milestone',
  'objective',
  'person',
  'programme',
  'progress_report',
  'reporting_cycle',
  'steering_committee',
  'target',
  'term',
  'trajectory_point',
  'unit',
  'unit_role',
  'unit_succession',
  'work_item',
];

/*
 * A version is seen at a batch if its maker is seen there and its ender is missing or not seen there:
 *   seen_in(made_by, made_epoch, $epoch, $snapshot) and (ended_by is null or not seen_in(ended_by, ended_epoch, $epoch, $snapshot))
 * with epoch and snapshot of log_batch. Transaction ids start again in a restored database, whose epoch is higher: a lower epoch is past, a
 * higher one future, only ids of one epoch compare.
 *
 * Written so that it is inlined (with parameters or columns as arguments, not with sub-selects): there is no call for each row, and the first
 * condition becomes one of the index, which ends with the maker's epoch and the maker. Measured with 500,000 versions of 125,000 reports on 32 items, the
 * newest three of each item: now 0.6 ms, when half of the versions were there 13 ms, when 2,000 were there 24 ms; by an index without
 * the maker 0.6, 416 and 823 ms.
 */
const SEEN_IN = `
  create function seen_in(maker xid8, maker_epoch integer, epoch integer, snapshot pg_snapshot) returns boolean
    language sql immutable parallel safe
    return (maker_epoch, maker) < (epoch, pg_snapshot_xmax(snapshot))
      and (maker_epoch < epoch or pg_visible_in_snapshot(maker, snapshot));
`;

/*
 * The triggers name their columns: nothing is put together when they run. Measured with single-row transactions on progress_report (eight
 * indexes besides its key), medians of three interleaved rounds, as a share of the rate without history: updates 0.53, inserts 0.78; with commits
 * that wait for the disk 0.65 and 0.9. What an update costs is one end and one insert; the twin indexes are a fifth of it.
 *
 * Rows are compared by their bytes (*<>): 1.0 and 1.00 are equal numbers and print differently.
 *
 * Every index of the table has a twin on the history: not unique, same columns and condition, the maker at its end. What reads the table by an
 * index reads any of its moments by the twin. The key's twin ends with the ender instead, by which it is unique and finds the open version.
 */
const KEEP_HISTORY = `
  create function keep_history(kept regclass) returns void language plpgsql as $$
  declare
    name constant text := (select relname from pg_class where oid = kept);
    history constant text := name || '_history';
    writer constant text := 'keep_' || history;
    columns text;
    of_new text;
    of_kept text;
    of_history text;
    col record;
    twin text;
  begin
    -- nobody may write between the copy of what is there and the first run of the trigger
    execute format('lock table %s in share row exclusive mode', kept);
    execute format('create table if not exists %I (
      made_by xid8 not null, made_epoch integer not null, ended_by xid8, ended_epoch integer)', history);

    for col in
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, format_type(h.atttypid, h.atttypmod) as type_there,
        -- what rows older than the column show in it
        (a.attmissingval::text::text[])[1] as value_before
      from pg_attribute a
      left join pg_attribute h on h.attrelid = to_regclass(quote_ident(history)) and h.attname = a.attname and not h.attisdropped
      where a.attrelid = kept and a.attnum > 0 and not a.attisdropped
      order by a.attnum
    loop
      if col.type_there is null then
        execute format('alter table %I add column %I %s default %L', history, col.name, col.type, col.value_before);
        execute format('alter table %I alter column %I drop default', history, col.name);
      elsif col.type_there <> col.type then
        execute format('alter table %1$I alter column %2$I type %3$s using %2$I::%3$s', history, col.name, col.type);
      end if;
    end loop;

    -- one open version of a row, and at most one that a transaction ended
    execute format('create unique index if not exists %I on %I (id, ended_by, ended_epoch) nulls not distinct', history || '_versions', history);
    for twin in
      select regexp_replace(replace(definition, coalesce(' WHERE ' || condition, ''), ''),
          '^(USING btree .*)\\)$', '\\1, made_epoch, made_by)') || coalesce(' WHERE ' || condition, '')
      from (
        select substring(pg_get_indexdef(indexrelid) from ' (USING .*)$') as definition, pg_get_expr(indpred, indrelid) as condition
        from pg_index where indrelid = kept and not indisprimary
      ) of_table
      except
      select substring(pg_get_indexdef(indexrelid) from ' (USING .*)$') from pg_index where indrelid = to_regclass(quote_ident(history))
      order by 1
    loop
      execute format('create index on %I %s', history, twin);
    end loop;

    select string_agg(format('%I', attname), ', ' order by attnum), string_agg(format('new.%I', attname), ', ' order by attnum),
      string_agg(format('k.%I', attname), ', ' order by attnum), string_agg(format('h.%I', attname), ', ' order by attnum)
    into columns, of_new, of_kept, of_history
    from pg_attribute where attrelid = kept and attnum > 0 and not attisdropped;

    execute format($trigger$
      create or replace function %1$I() returns trigger language plpgsql as $written$
      begin
        if tg_op = 'TRUNCATE' then
          delete from %2$I where ended_by is null and made_by = pg_current_xact_id() and made_epoch = (select epoch from log_head);
          update %2$I set ended_by = pg_current_xact_id(), ended_epoch = (select epoch from log_head) where ended_by is null;
          return null;
        end if;
        if tg_op <> 'INSERT' then
          update %2$I set ended_by = pg_current_xact_id(), ended_epoch = (select epoch from log_head)
            where id = old.id and ended_by is null
              and (made_by <> pg_current_xact_id() or made_epoch <> (select epoch from log_head));
          if not found then
            -- made by this very transaction: nobody has ever seen it
            delete from %2$I where id = old.id and ended_by is null;
          end if;
        end if;
        if tg_op <> 'DELETE' then
          insert into %2$I (%3$s, made_by, made_epoch) values (%4$s, pg_current_xact_id(), (select epoch from log_head));
        end if;
        return null;
      end $written$
    $trigger$, writer, history, columns, of_new);
    execute format('create or replace trigger keep_history after insert or delete on %s
      for each row execute function %I()', kept, writer);
    execute format('create or replace trigger keep_history_of_update after update on %s
      for each row when (old.* *<> new.*) execute function %I()', kept, writer);
    execute format('create or replace trigger keep_history_of_truncate after truncate on %s
      for each statement execute function %I()', kept, writer);

    -- rows that were there before, or were changed while nobody looked: what they are now is their version from now on
    execute format('
      delete from %2$I h where h.ended_by is null and h.made_by = pg_current_xact_id() and h.made_epoch = (select epoch from log_head)
        and not exists (select from %1$s k where k.id = h.id and k.* *= row(%5$s)::%1$s);
      update %2$I h set ended_by = pg_current_xact_id(), ended_epoch = (select epoch from log_head) where h.ended_by is null
        and not exists (select from %1$s k where k.id = h.id and k.* *= row(%5$s)::%1$s);
      insert into %2$I (%3$s, made_by, made_epoch) select %4$s, pg_current_xact_id(), l.epoch from %1$s k, log_head l
        where not exists (select from %2$I h where h.id = k.id and h.ended_by is null)',
      kept, history, columns, of_kept, of_history);
  end $$;
`;

const DROP_HISTORY = `
  create function drop_history(kept regclass) returns void language plpgsql as $$
  declare
    history constant text := (select relname from pg_class where oid = kept) || '_history';
  begin
    -- the triggers go with their function
    execute format('drop function %I() cascade', 'keep_' || history);
    execute format('drop table %I', history);
  end $$;
`;
