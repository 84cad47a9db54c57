import { PLAIN_TABLE } from '../../workloads/insert-report.mjs';
import { MOMENT } from '../../workloads/submit.mjs';

/** First in a function that writes in tiendo's or everybody's name: the disk is not waited for. */
const AT_ONCE = `select set_config('synchronous_commit', 'off', true);`;

const REPEATED = `type, occurred_at, actor_id, actor_name, unit_id, programme_id, subject_type, subject_id, audience, tags, data`;

/** The events at some positions of the log once more, numbered at once: from the notification on they go the way of every event. */
const ANNOUNCE_EVENTS = `
  create function bench.announce_events(positions bigint[]) returns void language sql as $$
    ${AT_ONCE}
    insert into outbox (${REPEATED})
    select ${REPEATED} from unnest(positions) with ordinality wanted (position, place) join event_log e using (position) order by place;
    select count(*) from sequence_events();
  $$`;

/** A report of tiendo's changes, and becomes the newest of its cycle; the event is made from another report's. */
const ALTER_REPORT = `
  create function bench.alter_report(report uuid, new_summary text, percent numeric, model bigint) returns void language sql as $$
    ${AT_ONCE}
    update progress_report set summary = new_summary, percent_complete = percent, version = version + 1,
      changed_at = date_trunc('milliseconds', clock_timestamp() + (select clock_offset_ms * interval '1 ms' from installation))
    where id = report;
    insert into outbox (${REPEATED})
    select e.type, r.changed_at, e.actor_id, e.actor_name, r.unit_id, i.programme_id, e.subject_type, r.id, e.audience, e.tags, e.data
    from event_log e, progress_report r join work_item i on i.id = r.work_item_id where e.position = model and r.id = report;
    select count(*) from sequence_events();
  $$`;

/** The same with the row that all others read; who follows is told by them. */
const ALTER_PLAIN = `
  create function bench.alter_plain_report(report uuid, new_summary text, percent numeric, serial integer) returns void language sql as $$
    ${AT_ONCE}
    update ${PLAIN_TABLE} set summary = new_summary, percent_complete = percent, version = version + 1,
      changed_at = '${MOMENT}'::timestamptz + serial * interval '1 ms'
    where id = report;
  $$`;

/** Tells PostGraphile's subscribers of plain reports, in the order of their ids in the array. */
const NOTIFY_REPORTS = `
  create function bench.notify_reports(ids uuid[]) returns void language sql as $$
    select count(pg_notify('report:' || w.code, json_build_object('id', w.id, 'type', 'PROGRESS_REPORT_SUBMITTED',
      'cursor', '1.' || substr(w.summary, 2, 7)::integer, 'occurredAt', w.submitted_at)::text))
    from (
      select r.*, p.code from unnest(ids) with ordinality wanted (id, place) join ${PLAIN_TABLE} r using (id)
      join work_item i on i.id = r.work_item_id join programme p on p.id = i.programme_id order by place
    ) w
  $$`;

const NOTIFY_DASHBOARD = `
  create function bench.notify_dashboard(cycle uuid) returns void language sql as $$
    select pg_notify('dashboard:' || cycle, json_build_object('id', cycle, 'at', clock_timestamp())::text);
  $$`;

/** What PostGraphile inserts is notified by a trigger, as its documentation shows. */
const TRIGGER = `
  create function bench.report_filed() returns trigger language plpgsql as $$
  begin
    perform bench.notify_reports(array[new.id]);
    perform bench.notify_dashboard(new.cycle_id);
    return new;
  end $$;
  create trigger report_filed after insert on ${PLAIN_TABLE} for each row when (current_user = 'bench_postgraphile')
    execute function bench.report_filed()`;

/** How changes are made without asking a server, where it is delivery alone that is measured. */
export const CHANGE_FUNCTIONS = [ANNOUNCE_EVENTS, ALTER_REPORT, ALTER_PLAIN, NOTIFY_REPORTS, NOTIFY_DASHBOARD, TRIGGER];

/** Reports and the moments of the commits that wrote them, in milliseconds. */
export const COMMITS = (table) => `
  select r.id, extract(epoch from pg_xact_commit_timestamp(r.xmin))::double precision * 1000 as moment from ${table} r where r.id = any($1)`;
