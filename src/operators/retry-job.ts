import { InputType } from 'type-graphql';
import { defineCommand } from '../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../platform/commands/input-fields';
import type { Transaction } from '../platform/database/transaction';
import { keyOf } from '../platform/commands/rows';
import { type DomainError, refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { Job } from './job.entity';
import { JobState } from './job.enums';
import { jobRetried } from './job.events';
import { jobIdSql, jobStateSql, QUEUE } from './job.sql';
import { canRetryJobs } from './jobs.policy';

/** Input of `retryJob`. */
@InputType({ description: says('Việc đã lỗi cần thử lại.', 'Which work of the queue is to be tried again.') })
class RetryJobInput {
  @IdField(says('Mã định danh (id) của việc, lấy từ jobs.', 'Id of the job, as jobs gives it.'))
  jobId!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

interface Queued {
  readonly queueId: string;
  readonly name: string;
  readonly key: string | null;
  readonly attempts: number;
  /** A moment that has passed, in real time, by which the queue goes. */
  readonly dueSince: Date;
  readonly state: JobState;
}

const FIND = `select q.id as "queueId", q.task_identifier as name, q.key, q.attempts::integer as attempts, ${jobStateSql('q')} as state,
    least(q.run_at, q.updated_at) as "dueSince"
  from ${QUEUE} q where ${jobIdSql('q')} = $1`;

// no worker is notified, which would take the lock of all commits: each looks for itself within two seconds
const RETRY = 'select id from graphile_worker.reschedule_jobs(array[$1::bigint], run_at => $2, attempts => 0)';

/** An administrator has a job that has failed tried again at once, with as many attempts as a new one. */
export const retryJob = defineCommand({
  name: 'retryJob',
  description: says(
    'Cho thử lại ngay một việc đã lỗi của hàng đợi, với số lần thử như việc mới. Dành cho quản trị viên. Trả về việc ấy; trống nếu nó đã kịp làm xong.',
    'Has work of the queue that has failed tried again within seconds, with as many attempts as new work. For administrators. Gives the job; empty where it is done by then.',
  ),
  input: RetryJobInput,
  returns: { job: Job },
  rights({ actor }) {
    if (canRetryJobs(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'jobId'],
      'Chỉ quản trị viên cho thử lại việc của hàng đợi.',
      'Only administrators have work of the queue tried again.',
    );
  },
  async run({ tx, append }, { jobId }) {
    const id = keyOf(Job, jobId);
    if (id === null) throw notThere();
    const job = await findFailed(tx, id);
    const retried = await tx.query(RETRY, [job.queueId, job.dueSince]);
    // begun between the two statements
    if (retried.length === 0) throw notFailed(JobState.RUNNING);
    append(jobRetried(id, { name: job.name, key: job.key, attempts: job.attempts }));
    return { jobId: id };
  },
});

async function findFailed(tx: Transaction, id: string): Promise<Queued> {
  const [job] = await tx.query<Queued>(FIND, [id]);
  if (job === undefined) throw notThere();
  if (job.state === JobState.WAITING || job.state === JobState.RUNNING) throw notFailed(job.state);
  return job;
}

function notThere(): DomainError {
  return refuse(
    'NOT_FOUND',
    ['input', 'jobId'],
    'Trong hàng đợi không có việc này, có thể nó đã làm xong. Hãy xem lại danh sách jobs, hoặc kết quả ở jobTasks.',
    'There is no such job in the queue; it may be done. Look at the list jobs again, or at what became of it in jobTasks.',
  );
}

function notFailed(state: JobState.WAITING | JobState.RUNNING): DomainError {
  return state === JobState.RUNNING
    ? refuse(
        'CONFLICT',
        ['input', 'jobId'],
        'Việc này đang chạy. Hãy chờ nó xong; nếu lỗi, nó sẽ tự thử lại.',
        'This job is running. Wait until it ends; if it fails, it is tried again by itself.',
      )
    : refuse(
        'CONFLICT',
        ['input', 'jobId'],
        'Việc này chưa lỗi và sẽ tự chạy khi đến giờ (runAt). Chỉ việc đã lỗi mới cần thử lại.',
        'This job has not failed and runs by itself when it is due (runAt). Only what has failed is tried again.',
      );
}
