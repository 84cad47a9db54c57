import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  VersionColumn,
} from 'typeorm';
import { Account } from '../accounts/public';
import { Unit } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateTimeScalar, PeriodScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/declarations';
import { Health } from '../programme/public';
import { WorkItem } from '../work/public';
import { ProgressReportState } from './progress-report.state';
import { resultingHealthSql } from './progress.sql';
import { ReportingCycle } from './reporting-cycle.entity';

registerEnumType(ProgressReportState, {
  name: 'ProgressReportState',
  description: says('Trạng thái của báo cáo tiến độ.', 'Where a report stands.'),
  valuesConfig: {
    DRAFT: { description: says('Bản nháp.', 'Draft.') },
    SUBMITTED: { description: says('Đã nộp, chờ đơn vị duyệt.', 'Submitted, waiting for the unit’s approver.') },
    UNIT_APPROVED: {
      description: says(
        'Đơn vị đã duyệt, chờ cơ quan thường trực chấp nhận.',
        'Approved by the unit, waiting for the secretariat.',
      ),
    },
    ACCEPTED: { description: says('Đã được chấp nhận: số liệu chính thức.', 'Accepted: official data.') },
    RETURNED: { description: says('Bị trả lại kèm lý do.', 'Returned with a reason.') },
    WITHDRAWN: { description: says('Đã thu hồi.', 'Withdrawn by its reporter.') },
  },
});

const PENDING = "state in ('SUBMITTED', 'UNIT_APPROVED')";
const CURRENT = "state = 'ACCEPTED' and superseded_at is null";

/** One submission of a unit's progress on an item for a period. Each submission is a row of its own; none is overwritten. */
@Entity('progress_report')
@Index('progress_report_one_pending', ['workItemId', 'cycleId'], { unique: true, where: PENDING })
@Index('progress_report_one_accepted', ['workItemId', 'cycleId'], { unique: true, where: CURRENT })
@Index(['workItemId', 'changedAt', 'id'])
@Index(['changedAt', 'id'])
@Check('progress_report_percent', 'percent_complete between 0 and 100')
@Readable({
  prefix: 'rp',
  list: 'progressReports',
  one: { field: 'progressReport', by: 'receiptCode' },
  orderBy: ['-changedAt'],
  machineTexts: ['receiptCode'],
  title: { vi: 'báo cáo tiến độ', en: 'progress report' },
})
@ObjectType({
  implements: Node,
  description: says('Báo cáo tiến độ của một đầu việc trong một kỳ.', 'A unit’s report on an item for a period.'),
})
export class ProgressReport {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, { description: says('Mã biên nhận.', 'Receipt code.') })
  receiptCode!: string;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem)
  @JoinColumn({ name: 'work_item_id' })
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'Work item.') })
  workItem!: Relation<WorkItem>;

  @Column('uuid')
  @Index()
  cycleId!: string;

  @ManyToOne(() => ReportingCycle)
  @JoinColumn({ name: 'cycle_id' })
  @Field(() => ReportingCycle, { nullable: true, description: says('Kỳ báo cáo.', 'Reporting cycle.') })
  cycle!: Relation<ReportingCycle>;

  @Column('text')
  @Field(() => PeriodScalar, { description: says('Kỳ.', 'Period.') })
  period!: string;

  @Column('uuid')
  @Index()
  unitId!: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id' })
  @Field(() => Unit, { nullable: true, description: says('Đơn vị báo cáo.', 'Unit that reports.') })
  unit!: Relation<Unit>;

  @Column('text')
  @Field(() => ProgressReportState, { description: says('Trạng thái.', 'State.') })
  state!: ProgressReportState;

  @Column('numeric', { precision: 5, scale: 2 })
  @Field(() => Float, { description: says('Tiến độ báo cáo, 0-100.', 'Percent complete reported, 0-100.') })
  percentComplete!: number;

  @Column('text')
  @Field(() => String, { description: says('Kết quả nổi bật.', 'What was done.') })
  summary!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Khó khăn, vướng mắc.', 'Difficulties.') })
  difficulties!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Kiến nghị, đề xuất.', 'Proposals.') })
  proposals!: string | null;

  @Column('text', { nullable: true })
  @Field(() => Health, {
    nullable: true,
    description: says('Tình trạng đơn vị tự đánh giá.', 'Health as the unit sees it.'),
  })
  claimedHealth!: Health | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Lý do tự đánh giá khác kết quả hệ thống tính.',
      'Why the unit’s view differs from the computed health.',
    ),
  })
  healthReason!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Lý do tiến độ giảm.', 'Why the percentage fell.') })
  decreaseReason!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Lý do nộp chậm.', 'Why it is late.') })
  latenessReason!: string | null;

  @Derived(resultingHealthSql)
  @Field(() => Health, {
    nullable: true,
    description: says(
      'Tình trạng của đầu việc nếu báo cáo này được chấp nhận hôm nay, do hệ thống tính; trống khi báo cáo không còn chờ duyệt.',
      'Health that the item would have if this report were accepted today, computed; empty once the report waits for nobody.',
    ),
  })
  resultingHealth!: Health | null;

  @Column('boolean')
  @Field(() => Boolean, { description: says('Nộp sau hạn của kỳ.', 'Received after the due date of its cycle.') })
  isLate!: boolean;

  @Column('uuid', { array: true, default: '{}' })
  milestoneIds!: string[];

  @Column('uuid')
  @Index()
  submittedById!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'submitted_by_id' })
  @Field(() => Account, { nullable: true, description: says('Người nộp.', 'Reporter.') })
  submittedBy!: Relation<Account>;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm máy chủ nhận.', 'When the server received it.') })
  submittedAt!: Date;

  @Column('uuid', { nullable: true })
  unitApprovedById!: string | null;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'unit_approved_by_id' })
  @Field(() => Account, { nullable: true, description: says('Người duyệt của đơn vị.', 'The unit’s approver.') })
  unitApprovedBy!: Relation<Account> | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm đơn vị duyệt.', 'When the unit approved it.'),
  })
  unitApprovedAt!: Date | null;

  @Column('uuid', { nullable: true })
  acceptedById!: string | null;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'accepted_by_id' })
  @Field(() => Account, {
    nullable: true,
    description: says('Người chấp nhận của cơ quan thường trực.', 'Who accepted it for the secretariat.'),
  })
  acceptedBy!: Relation<Account> | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: says('Thời điểm chấp nhận.', 'When it was accepted.') })
  acceptedAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Ghi chú của người duyệt, hoặc lý do trả lại.', 'Reviewer’s note, or why it was returned.'),
  })
  reviewNote!: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm bị báo cáo điều chỉnh thay thế.', 'When an accepted correction took its place.'),
  })
  supersededAt!: Date | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, {
    description: says('Thời điểm đổi trạng thái gần nhất.', 'When its state last changed.'),
  })
  changedAt!: Date;

  @VersionColumn()
  @Field(() => Int, {
    description: says(
      'Phiên bản, tăng mỗi lần đổi; dùng cho `expectedVersion`.',
      'Version, rises with every change; for `expectedVersion`.',
    ),
  })
  version!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
