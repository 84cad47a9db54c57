import type { CountedFact, Moment } from '../../platform/reader/model/declarations';
import { healthAfterSql } from '../../work/public';
import { isCycleOfItemSql } from '../cycles/cycle-of-item.sql';

/** The accepted reports on an item up to the period of a cycle (rule R14: nothing else counts), the newest period first. */
const acceptedSql = (row: string, cycle: string, table: Moment['table'], columns: string): string =>
  `select ${columns} from ${table('progress_report')} r join ${table('reporting_cycle')} rc on rc.id = r.cycle_id
    where r.work_item_id = ${row}.id and r.state = 'ACCEPTED' and r.superseded_at is null and rc.ends_on <= ${cycle}.ends_on`;

/**
 * How an item stood at the end of each of its newest periods, the oldest first: those that were due, and those with an accepted report. Its health is the one that
 * the rule of the present gives for the period's last day, or for today while the period runs: with the progress and the milestones that had been accepted
 * for periods up to it, and today's plan and deadline.
 */
export const statusHistorySql: CountedFact['sql'] = (row, moment, count) => {
  const { table, today } = moment;
  const onDay: Moment = {
    get now() {
      return moment.now;
    },
    today: 'judged.on_day',
    // a milestone that was reached later was not reached yet
    table: (name) =>
      name === 'milestone'
        ? `(select ms.id, ms.work_item_id, ms.due_on, ms.planned_percent, case when ms.reached_on <= judged.on_day then ms.reached_on end as reached_on
            from ${table('milestone')} ms)`
        : table(name),
  };
  const reported = {
    percent: `coalesce((${acceptedSql(row, 'judged', table, 'r.percent_complete')} order by rc.ends_on desc limit 1), 0)`,
    completedOn: 'judged.on_day',
    milestoneIds: `array(${acceptedSql(row, 'judged', table, 'unnest(r.milestone_ids)')})`,
  };
  return `(select coalesce(json_agg(json_build_object('period', judged.period, 'health', ${healthAfterSql(`${row}.id`, reported, onDay)},
      'percentComplete', judged.percent_complete::float8, 'reason', judged.reason) order by judged.ends_on, judged.period), '[]')
    from (select c.period, c.ends_on, least(c.ends_on, ${today}::date) as on_day, own.percent_complete,
        coalesce(own.health_reason, own.difficulties, own.decrease_reason, own.lateness_reason) as reason
      from ${table('reporting_cycle')} c left join ${table('progress_report')} own on own.work_item_id = ${row}.id and own.cycle_id = c.id
        and own.state = 'ACCEPTED' and own.superseded_at is null
      where ${isCycleOfItemSql(row, 'c', { today, table })} and (c.due_on < ${today}::date or own.id is not null)
      order by c.ends_on desc, c.period desc limit ${count}) judged)`;
};
