import { randomBytes } from 'node:crypto';
import { Logger as WorkerLogger, run, type Runner, type RunnerOptions } from 'graphile-worker';
import type { Database } from '../../database/database';
import { appendEvent } from '../../event-log/append-event';
import type { EventLog } from '../../event-log/event-log';
import { todayOf, type ShiftedClock } from '../../lib/clock';
import type { Logger } from '../../observability/logger';
import type { DeclaredJob, JobContext, JobWriting } from './declared-job';
import { JobDispatcher } from './job-dispatcher';
import { type JobFailure, jobFailureOf } from './job-failure';
import { JobRuns } from './job-runs';

/** What the queue works with. */
export interface JobServices {
  readonly database: Database;
  readonly log: EventLog;
  readonly clock: ShiftedClock;
  readonly logger: Logger;
  readonly onError: (error: unknown) => void;
}

const LOOK_AGAIN_MS = 10_000;
const POLL_MS = 2_000;

/** Jobs that a process has begun and whose connection is gone are anybody's again: the library itself would leave them for four hours. */
const FREE_JOBS_OF_THE_GONE = `select graphile_worker.force_unlock_workers(array(
  select distinct j.locked_by from graphile_worker.jobs j where j.locked_by like 'tiendo job %'
    and not exists (select from pg_stat_activity a where a.datname = current_database() and a.application_name = j.locked_by)))`;

/**
 * Runs what the log leads to and nobody waits for, one job at a time in a process: the queue is graphile-worker's, in the program's own database. Each process
 * has a name, under which its connections are known, so that others see when it is gone.
 */
export class JobQueue {
  private readonly name = `tiendo job ${randomBytes(9).toString('hex')}`;
  /** What became of the jobs. */
  readonly runs: JobRuns;
  private readonly dispatcher: JobDispatcher;
  private pool: ReturnType<Database['jobPool']> | null = null;
  private runner: Runner | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly services: JobServices,
    private readonly jobs: readonly DeclaredJob[],
  ) {
    const { database, log, clock, onError } = services;
    this.dispatcher = new JobDispatcher(database, log.feed, clock, jobs, onError);
    const names = jobs.map(({ name }) => name);
    this.runs = new JobRuns(database, clock, names);
  }

  /** Begins to follow the log, and to work. */
  async start(): Promise<void> {
    const { database, onError } = this.services;
    this.pool = database.jobPool(this.name);
    await this.runs.start();
    // graphile-worker gives a single worker this name, though its type says so for runs of one alone
    const options: RunnerOptions & { workerId: string } = {
      pgPool: this.pool,
      workerId: this.name,
      concurrency: 1,
      noHandleSignals: true,
      pollInterval: POLL_MS,
      logger: workerLogger(this.services.logger),
      taskList: Object.fromEntries(this.jobs.map((job) => [job.name, () => this.runOnce(job)])),
    };
    this.runner = await run(options);
    this.runner.promise.catch(onError);
    await this.look();
    await this.dispatcher.start();
    this.timer = setInterval(() => {
      this.looking = this.look();
    }, LOOK_AGAIN_MS);
  }

  /** Ends it: what is under way is done first. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
    await this.dispatcher.stop();
    await this.runner?.stop();
    await this.pool?.end();
  }

  /** The queue keeps what it is told of a failure, where others read it: the kind of it, no more. */
  private async runOnce(job: DeclaredJob): Promise<void> {
    const startedAt = performance.now();
    try {
      await job.run(this.context());
    } catch (error) {
      const failure = jobFailureOf(error);
      this.services.logger.error({ err: error, job: job.name, failure }, 'A job failed');
      await this.note(job, startedAt, failure);
      throw new Error(failure);
    }
    await this.note(job, startedAt, null);
  }

  /** What cannot be noted is done all the same. */
  private async note({ name }: DeclaredJob, startedAt: number, failure: JobFailure | null): Promise<void> {
    await this.runs.note(name, performance.now() - startedAt, failure).catch(this.services.onError);
  }

  private async look(): Promise<void> {
    try {
      await this.services.database.query(FREE_JOBS_OF_THE_GONE);
      this.dispatcher.catchUp();
    } catch (error) {
      this.services.onError(error);
    }
  }

  private context(): JobContext {
    const { database, log, clock } = this.services;
    const now = clock.now();
    return {
      now,
      today: todayOf(clock),
      async write(work) {
        const result = await database.transaction((tx) => {
          const append: JobWriting['append'] = (event) => appendEvent(tx, { ...event, occurredAt: now, actor: null });
          return work({ tx, append });
        });
        await log.sequence();
        return result;
      },
    };
  }
}

/** Words of the library in the program's own log: what it says of a failure is an error, everything else for who looks closely. */
function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    const severity: string = level;
    if (severity === 'error') logger.error({ err: meta?.error }, message);
    else logger.debug(message);
  });
}
