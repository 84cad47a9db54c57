import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, type Relation } from 'typeorm';
import { JobFailure } from '../platform/jobs/queue/job-failure';
import { Node } from '../platform/lib/node';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { DateTimeScalar } from '../platform/lib/scalars';
import { Readable } from '../platform/reader/model/declarations';
import { LoggedEvent } from '../platform/reader/model/logged-event.entity';
import { JobState } from './job.enums';
import { jobRowsSql } from './job.sql';
import { JobTask } from './job-task.entity';

/** Work that the program does by itself: a row of the queue, which is another's table. */
@Entity({ name: 'job', synchronize: false })
@Readable({
  prefix: 'jb',
  list: 'jobs',
  rowsFrom: jobRowsSql,
  orderBy: ['runAt'],
  machineTexts: ['name', 'key'],
  title: { vi: 'việc của hàng đợi', en: 'job' },
  rows: {
    vi: 'Các việc hệ thống tự làm còn trong hàng đợi: đang chờ, đang chạy, đã lỗi; đến giờ trước đứng trước. Quản trị viên và cơ quan kiểm tra đọc được. Chỉ có hiện tại: asOf trả về danh sách trống, và không sự kiện nào báo thay đổi của nó, nên live chỉ đọc lại khi phần khác của truy vấn thay đổi. Muốn theo dõi thì hỏi lại định kỳ.',
    en: 'Work that the program does by itself and that is in the queue: it waits, runs or has failed; due first before the others. Administrators and inspection read it. Of the present alone: under asOf the list is empty, and no event tells of its changes, so that live reads it anew only when something else in the query changes. Ask again to follow it.',
    where: '{ state: { in: [RETRYING, FAILED] } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một việc hệ thống tự làm sau một sự kiện và không ai phải chờ, ví dụ tạo kỳ báo cáo. Làm xong thì rời hàng đợi: xem jobTasks.',
    'Work that follows from an event and that nobody waits for, for instance making rounds of reports. Once done it leaves the queue: see jobTasks.',
  ),
})
export class Job {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Tên của việc, ví dụ `makeReportingCycles`.',
      'What is done, for instance `makeReportingCycles`.',
    ),
  })
  name!: string;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @RelatedRow(() => JobTask, {
    nullable: true,
    description: says(
      'Các lần làm việc này trước nay; trống nếu phiên bản đang chạy không còn việc ấy.',
      'What became of all jobs of this name; empty where the running version has no such work any more.',
    ),
  })
  task!: Relation<JobTask> | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Khóa của việc: tên và vị trí sự kiện dẫn đến nó; mỗi khóa chỉ vào hàng đợi một lần.',
      'Key: its name and the cursor of the event that led to it. Each is queued once, whatever number of processes run.',
    ),
  })
  key!: string | null;

  @Column('bigint', { nullable: true })
  groundId!: number | null;

  @RelatedRow(() => LoggedEvent, {
    nullable: true,
    description: says('Sự kiện dẫn đến việc này: vì sao phải làm.', 'Which event led to it: what it is done for.'),
  })
  ground!: Relation<LoggedEvent> | null;

  @Column('text')
  @Field(() => JobState, { description: says('Việc đang ở đâu.', 'Whether it waits, runs or has failed.') })
  state!: JobState;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, {
    description: says(
      'Lúc đến giờ làm; việc đã lỗi thì là lúc thử lại. Theo đồng hồ của chương trình.',
      'When it is due; of one that has failed, when it is tried again. By the programme’s clock.',
    ),
  })
  runAt!: Date;

  @Column('integer')
  @Field(() => Int, { description: says('Số lần đã bắt đầu làm.', 'How many times it was begun.') })
  attempts!: number;

  @Column('integer')
  @Field(() => Int, {
    description: says('Sau số lần này thì không tự thử lại nữa.', 'After so many it is not tried again by itself.'),
  })
  maxAttempts!: number;

  @Column('text', { nullable: true })
  @Field(() => JobFailure, {
    nullable: true,
    description: says(
      'Lần lỗi gần nhất là lỗi gì; trống nếu chưa lỗi. Nguyên văn có trong nhật ký của tiến trình.',
      'What kind of failure the last one was; empty where there was none. To the letter it stands in the log of the process.',
    ),
  })
  lastFailure!: JobFailure | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Lúc vào hàng đợi.', 'When it was put into the queue.') })
  createdAt!: Date;
}
