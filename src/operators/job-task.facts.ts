import { says } from '../platform/lib/says';
import type { ContributedFact, FactSql } from '../platform/reader/model/declarations';
import { JobTask } from './job-task.entity';
import { jobStateSql, QUEUE } from './job.sql';

/** How many jobs of the name are in the queue in one of the states. */
const countSql =
  (...states: readonly string[]): FactSql =>
  (row, { unlogged }) =>
    `(select count(*)::integer from ${unlogged(QUEUE)} q where q.task_identifier = ${row}.name
      and ${jobStateSql('q')} in (${states.map((state) => `'${state}'`).join(', ')}))`;

/** What of each kind is in the queue now. */
export const jobTaskFacts: readonly ContributedFact[] = [
  {
    on: JobTask,
    field: 'waiting',
    type: 'Int!',
    description: says(
      'Số việc loại này đang chờ hoặc đang chạy mà chưa lỗi lần nào gần đây.',
      'How many wait or run now, of those that are not waiting to be tried again.',
    ),
    sql: countSql('WAITING', 'RUNNING'),
  },
  {
    on: JobTask,
    field: 'failed',
    type: 'Int!',
    description: says(
      'Số việc loại này đã lỗi và chưa xong, sẽ tự thử lại hoặc không.',
      'How many have failed and are not done, whether or not they are tried again by themselves.',
    ),
    sql: countSql('RETRYING', 'FAILED'),
  },
];
