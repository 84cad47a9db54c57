import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { workingDaysKnownUntilSql } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { DateScalar, PeriodScalar } from '../../platform/lib/scalars';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { Programme } from '../../programme/public';
import { ReportingRule } from './rules/reporting-rule.entity';
import { ReportingScope } from './rules/reporting-scope';

/** A period for which units report: from when, until when on time, and until when at all (rule R15: then it is locked). */
@Entity('reporting_cycle')
@Index(['programmeId', 'period'], { unique: true })
@Check('reporting_cycle_dates', 'opens_on <= due_on and due_on <= closes_on')
@Readable({
  prefix: 'rc',
  list: 'reportingCycles',
  orderBy: ['-endsOn'],
  label: 'period',
  title: { vi: 'kỳ báo cáo', en: 'reporting cycle' },
  rows: {
    vi: 'Các kỳ mà đơn vị phải báo cáo, của mọi chương trình, kỳ mới nhất trước. Ai đăng nhập cũng đọc được.',
    en: 'The rounds in which units report, of all programmes, newest first. Everybody who is signed in reads them.',
    where: '{ isOpen: { eq: true } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một kỳ mà các đơn vị phải báo cáo trong một chương trình: từ ngày mở, qua hạn nộp, đến ngày khóa.',
    'A time for which the units of a programme report: from its opening, past its due date, until it is locked.',
  ),
})
export class ReportingCycle {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @ManyToOne(() => Programme)
  @JoinColumn({ name: 'programme_id' })
  @Field(() => Programme, {
    nullable: true,
    description: says(
      'Chương trình công tác mà kỳ báo cáo này áp dụng cho mọi đầu việc.',
      'For whose work items the round is; each has rounds of its own.',
    ),
  })
  programme!: Relation<Programme>;

  @Column('text')
  @Field(() => PeriodScalar, {
    description: says(
      'Thời gian được báo cáo, viết `2021-Q3`, `2021-H1`, `2021-07` hoặc `2021`.',
      'What time is reported on, written `2021-Q3`, `2021-H1`, `2021-07` or `2021`.',
    ),
  })
  period!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối của thời gian được báo cáo, ví dụ 30/9 với quý III.',
      'Last day of the time that is reported on, for instance 30 September of a third quarter.',
    ),
  })
  endsOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày đầu tiên máy chủ nhận báo cáo của kỳ; nộp trước đó bị từ chối.',
      'First day on which the server takes reports for it; earlier ones are refused.',
    ),
  })
  opensOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Hạn nộp báo cáo; sau ngày này là chậm, phải nêu lý do.',
      'Due date; later reports are late and need a reason.',
    ),
  })
  dueOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối cùng nhận báo cáo; sau đó kỳ bị khóa.',
      'Last day on which reports are taken; then the period is locked.',
    ),
  })
  closesOn!: string;

  @Derived((row, { today }) => `(${row}.opens_on <= ${today}::date and ${row}.closes_on >= ${today}::date)`)
  @Field(() => Boolean, {
    description: says('Hôm nay có nhận báo cáo của kỳ này không.', 'Whether reports for it are taken today.'),
  })
  isOpen!: boolean;

  @Column('uuid', { nullable: true })
  @Index()
  ruleId!: string | null;

  @RelatedRow(() => ReportingRule, {
    nullable: true,
    description: says(
      'Chế độ báo cáo mà theo đó kỳ này được lập; trống với kỳ đột xuất hoặc kỳ được nạp sẵn.',
      'By which it was made; empty for an extraordinary round, and for one that was loaded.',
    ),
  })
  rule!: Relation<ReportingRule> | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, {
    description: says(
      'Là kỳ báo cáo đột xuất, do cơ quan thường trực lập riêng.',
      'Whether it was added by itself, outside the periodic ones.',
    ),
  })
  isExtraordinary!: boolean;

  /** Whether its dates were counted by its rule, and not decided or loaded: such dates follow the calendar until it opens. */
  @Column('boolean', { default: false })
  isGenerated!: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Nội dung của kỳ đột xuất, ví dụ “Báo cáo đột xuất về giải ngân”; trống với kỳ định kỳ.',
      'What an extraordinary one is about; empty for periodic ones.',
    ),
  })
  title!: string | null;

  @Column(() => ReportingScope)
  @Field(() => ReportingScope, {
    description: says(
      'Đầu việc nào phải báo cáo trong kỳ; theo chế độ khi kỳ được lập.',
      'Which items are reported on: as its rule said when it was made.',
    ),
  })
  appliesTo!: ReportingScope;

  @Derived(
    (row, { table }) =>
      `(select k.known from (select ${workingDaysKnownUntilSql(table)} as known offset 0) k where ${row}.rule_id is not null and ${row}.closes_on > k.known)`,
  )
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày cuối mà lịch nghỉ đã biết, khi hạn hoặc ngày khóa của kỳ nằm sau ngày đó và có thể còn thay đổi; trống khi các ngày đã chắc chắn.',
      'Last day up to which days off are known, where one of its dates lies beyond and may still move; empty otherwise.',
    ),
  })
  workingDaysKnownUntil!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
