import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { JobFailure } from '../platform/jobs/queue/job-failure';
import { Node } from '../platform/lib/node';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { DateTimeScalar } from '../platform/lib/scalars';
import { Readable } from '../platform/reader/model/declarations';

/** What became of the jobs of one name. No event tells of it and no history is kept: it changes with every job. */
@Entity('job_task')
@Readable({
  prefix: 'jt',
  list: 'jobTasks',
  rowsFrom: ({ unlogged }) => unlogged('job_task'),
  orderBy: ['name'],
  label: 'name',
  machineTexts: ['name'],
  title: { vi: 'loại việc của hàng đợi', en: 'kind of job' },
  rows: {
    vi: 'Các loại việc hệ thống tự làm và kết quả trước nay: lần cuối xong, lần cuối lỗi, mất bao lâu. Quản trị viên và cơ quan kiểm tra đọc được. Chỉ có hiện tại: asOf trả về danh sách trống.',
    en: 'What kinds of work the program does by itself, and what became of it: when it was last done, when it last failed, how long it took. Administrators and inspection read it. Of the present alone: under asOf the list is empty.',
    where: '{ failed: { gt: 0 } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một loại việc hệ thống tự làm, và kết quả các lần làm.',
    'Work of one name that the program does by itself, and what became of it.',
  ),
})
export class JobTask {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index('job_task_name', { unique: true })
  @Field(() => String, {
    description: says(
      'Tên của việc, ví dụ `makeReportingCycles`.',
      'What is done, for instance `makeReportingCycles`.',
    ),
  })
  name!: string;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: says('Số lần đã làm xong.', 'How many were done.') })
  doneCount!: number;

  @Column('integer', { default: 0 })
  @Field(() => Int, {
    description: says(
      'Số lần đã lỗi, kể cả những lần thử lại rồi xong.',
      'How many attempts failed, whatever came after.',
    ),
  })
  failedCount!: number;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Lần chạy gần nhất kết thúc lúc nào, xong hay lỗi.', 'When one last ended, done or failed.'),
  })
  lastEndedAt!: Date | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: says('Lần chạy gần nhất mất bao nhiêu mili giây.', 'Milliseconds that the last one took.'),
  })
  lastDurationMs!: number | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Lần gần nhất làm xong.', 'When one was last done.'),
  })
  lastDoneAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: says('Lần gần nhất bị lỗi.', 'When one last failed.') })
  lastFailedAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => JobFailure, {
    nullable: true,
    description: says(
      'Lần lỗi gần nhất là lỗi gì, dù sau đó đã xong.',
      'What kind of failure the last one was, though it may have been done since.',
    ),
  })
  lastFailure!: JobFailure | null;
}
