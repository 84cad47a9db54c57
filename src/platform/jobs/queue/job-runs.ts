import type { Database } from '../../database/database';
import type { ShiftedClock } from '../../lib/clock';
import type { JobFailure } from './job-failure';

/** How the queue stands, by the names of the jobs. */
export interface JobCounts {
  readonly name: string;
  /** Those that have not failed yet, running ones included. */
  readonly waiting: number;
  /** Those that have failed at least once and are not done. */
  readonly failed: number;
  /** Those of them that are not tried again by themselves. */
  readonly givenUp: number;
  /** For how long the oldest one that is due has waited; 0 where none is due. */
  readonly oldestWaitingSeconds: number;
}

const COUNTS = `select t.name, count(j.id) filter (where j.last_error is null)::integer as waiting,
    count(j.id) filter (where j.last_error is not null)::integer as failed,
    count(j.id) filter (where j.attempts >= j.max_attempts and j.locked_at is null)::integer as "givenUp",
    coalesce(extract(epoch from $1::timestamptz - min(j.run_at) filter (where j.run_at <= $1::timestamptz and j.locked_at is null and j.attempts < j.max_attempts)), 0)::float8
      as "oldestWaitingSeconds"
  from job_task t left join graphile_worker.jobs j on j.task_identifier = t.name group by t.name`;

const KNOW = 'insert into job_task (name) select unnest($1::text[]) on conflict (name) do nothing';

const NOTE = `update job_task set last_ended_at = $2, last_duration_ms = $3, done_count = done_count + ($4::text is null)::integer,
    failed_count = failed_count + ($4::text is not null)::integer,
    last_done_at = case when $4::text is null then $2 else last_done_at end,
    last_failed_at = case when $4::text is null then last_failed_at else $2 end,
    last_failure = coalesce($4, last_failure)
  where name = $1`;

/** What became of jobs, by their names: those that are done leave the queue, and would leave nothing else to see that they are done at all. */
export class JobRuns {
  constructor(
    private readonly database: Database,
    private readonly clock: ShiftedClock,
    private readonly names: readonly string[],
  ) {}

  /** Makes the jobs known that there are. */
  async start(): Promise<void> {
    await this.database.query(KNOW, [this.names]);
  }

  /** Notes that one has ended. */
  async note(name: string, durationMs: number, failure: JobFailure | null): Promise<void> {
    await this.database.query(NOTE, [name, this.clock.now(), Math.round(durationMs), failure]);
  }

  /** How the queue stands. */
  counts(): Promise<JobCounts[]> {
    // the queue knows real time alone
    const realNow = new Date(this.clock.now().getTime() - this.clock.offsetMs);
    return this.database.query<JobCounts>(COUNTS, [realNow]);
  }
}
