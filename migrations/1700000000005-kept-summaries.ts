import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many progress reports there are, and what their percentages add up to, by what dashboards group and filter by: read instead of the reports,
 * whose number only rises. True at any moment is the view: what was folded so far and what was written since.
 */
export class KeptSummaries1700000000005 implements MigrationInterface {
  name = 'KeptSummaries1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLES, TRIGGERS, FOLD, RECOUNT]) await runner.query(statement);
    await runner.query('select recount_progress_report_summary()');
  }

  async down(runner: QueryRunner): Promise<void> {
    // the triggers go with their function
    await runner.query(`
      drop function recount_progress_report_summary();
      drop function fold_progress_report_summary();
      drop function summarise_progress_reports() cascade;
      drop view progress_report_summarised;
      drop table progress_report_summary_delta;
      drop table progress_report_summary;
    `);
  }
}

const KEY = 'unit_id, state, period, is_late, superseded, submitted_month';

/** The key of a report. The month is the reader's: the local time at which it begins. */
const KEY_OF_REPORT = `unit_id, state, period, is_late, superseded_at is not null as superseded,
  date_trunc('month', submitted_at at time zone 'Asia/Ho_Chi_Minh') as submitted_month`;

const COLUMNS = `
    unit_id uuid not null,
    state text not null,
    period text not null,
    is_late boolean not null,
    superseded boolean not null,
    submitted_month timestamp not null,
    rows bigint not null,
    percent_complete_sum numeric not null`;

/*
 * Every report has a percentage, so the rows are also the number of values. The sums keep the two decimals of the column: divided by the rows they
 * give every digit of avg().
 *
 * The deltas have no key and no index: they are only ever read and taken as a whole, and there are few of them.
 */
const TABLES = `
  create table progress_report_summary (${COLUMNS},
    primary key (${KEY})
  );
  create table progress_report_summary_delta (${COLUMNS}
  );
  create view progress_report_summarised as
    select ${KEY}, rows, percent_complete_sum from progress_report_summary
    union all
    select ${KEY}, rows, percent_complete_sum from progress_report_summary_delta;
`;

/*
 * Writers only append, and never touch a row of another's: reports of one unit at the same moment do not wait for each other, and two that
 * count in several rows cannot meet in different orders.
 *
 * Measured on a busy machine, with 200,200 reports of 21 units in 18 cycles (2,008 rows of the summary), medians of five interleaved rounds: number, average and lateness
 * by unit and month take 410 ms from the reports, 4.9 ms from the view, 5.9 ms while 1,000 deltas are not folded; folding those takes 9 ms. What writers pay,
 * by the fastest fifth of 4,000 single-row statements each, every other hundred without the trigger: inserts 273 µs instead of 242 (0.89 of the rate), updates 327
 * instead of 284 (0.87).
 */
const TRIGGERS = `
  create function summarise_progress_reports() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      insert into progress_report_summary_delta
      select ${KEY_OF_REPORT}, count(*), sum(percent_complete) from made group by ${KEY};
    elsif tg_op = 'DELETE' then
      insert into progress_report_summary_delta
      select ${KEY_OF_REPORT}, -count(*), -sum(percent_complete) from gone group by ${KEY};
    elsif tg_op = 'UPDATE' then
      insert into progress_report_summary_delta
      select ${KEY}, sum(part), sum(part * percent_complete) from (
        select ${KEY_OF_REPORT}, 1 as part, percent_complete from made
        union all
        select ${KEY_OF_REPORT}, -1, percent_complete from gone
      ) changed
      group by ${KEY} having sum(part) <> 0 or sum(part * percent_complete) <> 0;
    else
      insert into progress_report_summary_delta
      select ${KEY}, -sum(rows), -sum(percent_complete_sum) from progress_report_summarised group by ${KEY};
    end if;
    return null;
  end $$;
  create trigger keep_summary_of_insert after insert on progress_report
    referencing new table as made for each statement execute function summarise_progress_reports();
  create trigger keep_summary_of_delete after delete on progress_report
    referencing old table as gone for each statement execute function summarise_progress_reports();
  create trigger keep_summary_of_update after update on progress_report
    referencing old table as gone new table as made for each statement execute function summarise_progress_reports();
  create trigger keep_summary_of_truncate after truncate on progress_report
    for each statement execute function summarise_progress_reports();
`;

const FOLD = `
  -- moves what was written into the summary; true when more is left than one call takes
  create function fold_progress_report_summary() returns boolean language plpgsql as $$
  declare
    most constant integer := 10000;
    batch tid[];
  begin
    -- who comes second has nothing to do: the first one takes it
    if not pg_try_advisory_xact_lock(7202103) then return false; end if;
    batch := array(select ctid from progress_report_summary_delta limit most);
    with taken as (
      delete from progress_report_summary_delta where ctid = any(batch) returning *
    )
    merge into progress_report_summary s using (
      select ${KEY}, sum(rows) as rows, sum(percent_complete_sum) as percent_complete_sum from taken group by ${KEY}
      having sum(rows) <> 0 or sum(percent_complete_sum) <> 0
    ) t on (s.unit_id, s.state, s.period, s.is_late, s.superseded, s.submitted_month)
      = (t.unit_id, t.state, t.period, t.is_late, t.superseded, t.submitted_month)
    when matched and s.rows + t.rows = 0 and s.percent_complete_sum + t.percent_complete_sum = 0 then delete
    when matched then update set rows = s.rows + t.rows, percent_complete_sum = s.percent_complete_sum + t.percent_complete_sum
    when not matched then insert values
      (t.unit_id, t.state, t.period, t.is_late, t.superseded, t.submitted_month, t.rows, t.percent_complete_sum);
    return cardinality(batch) = most;
  end $$;
`;

const RECOUNT = `
  -- counts what there is: for reports that were written while the triggers were off
  create function recount_progress_report_summary() returns void language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(7202103);
    -- writers under way end first, and what they appended is seen
    lock table progress_report in share row exclusive mode;
    delete from progress_report_summary_delta;
    delete from progress_report_summary;
    insert into progress_report_summary
    select ${KEY_OF_REPORT}, count(*), sum(percent_complete) from progress_report group by ${KEY};
  end $$;
`;
