import { JobFailure } from '../platform/jobs/queue/job-failure';
import type { AskedMoment } from '../platform/reader/model/declarations';

/** The queue's own view of its jobs, as its library offers it to others. */
export const QUEUE = 'graphile_worker.jobs';

/** The id by which clients know a job of the queue. */
export const jobIdSql = (queued: string): string => `md5('job ' || ${queued}.id)::uuid`;

/** How a job of the queue stands. */
export const jobStateSql = (queued: string): string => `case when ${queued}.locked_at is not null then 'RUNNING'
      when ${queued}.attempts >= ${queued}.max_attempts then 'FAILED'
      when ${queued}.last_error is not null then 'RETRYING' else 'WAITING' end`;

const FAILURES = Object.values(JobFailure)
  .map((failure) => `'${failure}'`)
  .join(', ');

/** What failed before it came to our own words for it is no reader's business. */
const failureSql = (queued: string): string =>
  `case when ${queued}.last_error in (${FAILURES}) then ${queued}.last_error when ${queued}.last_error is not null then '${JobFailure.UNEXPECTED}' end`;

/** The place in the log of the event that led to a job: its key is its name and that event's cursor. */
const groundSql = (queued: string): string => `(substring(${queued}.key from ' [0-9]+\\.([0-9]+)$'))::bigint`;

/** The jobs of the queue, in the programme's time. Nothing of the past is known of them. */
export function jobRowsSql({ unlogged, shifted }: AskedMoment): string {
  return `(select ${jobIdSql('q')} as id, q.task_identifier as name, t.id as task_id, q.key, ${groundSql('q')} as ground_id, ${jobStateSql('q')} as state,
      date_trunc('milliseconds', ${shifted('q.run_at')}) as run_at, q.attempts::integer as attempts, q.max_attempts::integer as max_attempts,
      ${failureSql('q')} as last_failure, date_trunc('milliseconds', ${shifted('q.created_at')}) as created_at
    from ${unlogged(QUEUE)} q left join ${unlogged('job_task')} t on t.name = q.task_identifier)`;
}
