import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
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
import { Account } from '../../accounts/public';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { DateTimeScalar, PeriodScalar } from '../../platform/lib/scalars';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { Health } from '../../programme/public';
import { WorkItem } from '../../work/public';
import { ProgressReportState } from './progress-report.state';
import { resultingHealthSql, waitingWorkingDaysSql } from '../progress.sql';
import { ReviewLevel } from '../review/review-level.state';
import { awaitedLevelSql, skippedLevelsSql } from '../review/review-rule.sql';
import { ReportingCycle } from '../cycles/reporting-cycle.entity';

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
  label: 'period',
  machineTexts: ['receiptCode'],
  title: { vi: 'báo cáo tiến độ', en: 'progress report' },
  rows: {
    vi: 'Các báo cáo tiến độ, thay đổi mới nhất trước. Báo cáo đã chấp nhận thì ai cũng đọc được; báo cáo khác chỉ đơn vị đã nộp, cơ quan thường trực, cơ quan kiểm tra và quản trị đọc được.',
    en: 'What units submitted, newest change first. Everybody reads what was accepted; the rest only the unit that reported, the secretariat, inspection and administrators.',
    where: '{ state: { eq: UNIT_APPROVED }, period: { eq: "2023-Q3" } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Báo cáo tiến độ của một đầu việc trong một kỳ: mỗi lần nộp là một báo cáo, không ghi đè lên báo cáo trước.',
    'What a unit submitted on an item for a period: each submission is a row of its own, none is overwritten.',
  ),
})
export class ProgressReport {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, {
    description: says(
      'Mã biên nhận đã trao cho người nộp, để tra cứu lại báo cáo.',
      'What the reporter was given as proof, to find the submission again with.',
    ),
  })
  receiptCode!: string;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem)
  @JoinColumn({ name: 'work_item_id' })
  @Field(() => WorkItem, {
    nullable: true,
    description: says(
      'Đầu việc mà báo cáo nói về, do đơn vị báo cáo chủ trì.',
      'What is reported on; the unit led it when it reported.',
    ),
  })
  workItem!: Relation<WorkItem>;

  @Column('uuid')
  @Index()
  cycleId!: string;

  @ManyToOne(() => ReportingCycle)
  @JoinColumn({ name: 'cycle_id' })
  @Field(() => ReportingCycle, {
    nullable: true,
    description: says(
      'Kỳ báo cáo của chương trình: ngày mở, hạn nộp, ngày khóa.',
      'Which round of reporting it belongs to, with its opening, due and closing dates.',
    ),
  })
  cycle!: Relation<ReportingCycle>;

  @Column('text')
  @Field(() => PeriodScalar, {
    description: says(
      'Kỳ được báo cáo, viết `2021-Q3`, `2021-H1`, `2021-07` hoặc `2021`.',
      'What time is reported on, written `2021-Q3`, `2021-H1`, `2021-07` or `2021`.',
    ),
  })
  period!: string;

  @Column('uuid')
  @Index()
  unitId!: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id' })
  @Field(() => Unit, {
    nullable: true,
    description: says(
      'Đơn vị đã nộp báo cáo, là đơn vị chủ trì đầu việc lúc nộp.',
      'Who reported: the body that led the item at that time.',
    ),
  })
  unit!: Relation<Unit>;

  @Column('text')
  @Field(() => ProgressReportState, {
    description: says(
      'Báo cáo đang chờ ai, hoặc đã được chấp nhận, trả lại, thu hồi.',
      'Whom it waits for, or whether it was accepted, returned or withdrawn.',
    ),
  })
  state!: ProgressReportState;

  @Column('numeric', { precision: 5, scale: 2 })
  @Field(() => Float, {
    description: says(
      'Tiến độ cộng dồn đến hết kỳ theo đơn vị báo cáo, phần trăm, 0-100.',
      'How much of the whole work was done by the end of the period, as the unit says, 0-100.',
    ),
  })
  percentComplete!: number;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Kết quả nổi bật trong kỳ, bằng lời của đơn vị.',
      'What was achieved in the period, in the unit’s words.',
    ),
  })
  summary!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Khó khăn, vướng mắc đơn vị gặp trong kỳ; trống nếu không nêu.',
      'What stood in the way, in the unit’s words; empty where it names nothing.',
    ),
  })
  difficulties!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Kiến nghị, đề xuất với Ban Chỉ đạo; trống nếu không nêu.',
      'What the unit asks of the steering committee; empty for nothing.',
    ),
  })
  proposals!: string | null;

  @Column('text', { nullable: true })
  @Field(() => Health, {
    nullable: true,
    description: says(
      'Tình trạng đơn vị tự đánh giá; trống nếu đồng ý với kết quả hệ thống tính.',
      'How the unit itself sees the item; empty where it leaves that to the computed one.',
    ),
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
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao tiến độ thấp hơn lần đã chấp nhận trước; trống nếu không giảm.',
      'Why less is done than was accepted before; empty unless it is.',
    ),
  })
  decreaseReason!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao nộp sau hạn của kỳ (quy tắc R13); trống nếu đúng hạn.',
      'Why it came after the due date (rule R13); empty when on time.',
    ),
  })
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

  @Derived(waitingWorkingDaysSql)
  @Field(() => Int, {
    nullable: true,
    description: says(
      'Số ngày làm việc báo cáo đã chờ bước duyệt hiện tại, không tính ngày đến; trống khi không còn chờ duyệt.',
      'How many working days it has waited for its present step, the day on which it came not counted; empty once it waits for nobody.',
    ),
  })
  waitingWorkingDays!: number | null;

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
  @Field(() => Account, {
    nullable: true,
    description: says(
      'Tài khoản đã nộp báo cáo; không được tự duyệt báo cáo của mình.',
      'Whose account handed it in; that person never approves it.',
    ),
  })
  submittedBy!: Relation<Account>;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm máy chủ nhận.', 'When the server received it.') })
  submittedAt!: Date;

  @Column('uuid', { nullable: true })
  unitApprovedById!: string | null;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'unit_approved_by_id' })
  @Field(() => Account, {
    nullable: true,
    description: says(
      'Tài khoản đã duyệt thay mặt đơn vị; trống nếu chưa duyệt.',
      'Whose account agreed on behalf of the body that reports; empty until then.',
    ),
  })
  unitApprovedBy!: Relation<Account> | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says(
      'Thời điểm người duyệt của đơn vị đồng ý; trống nếu chưa duyệt.',
      'Moment at which the body that reports agreed to it; empty until then.',
    ),
  })
  unitApprovedAt!: Date | null;

  @Column('uuid', { nullable: true })
  secretariatApprovedById!: string | null;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'secretariat_approved_by_id' })
  @Field(() => Account, {
    nullable: true,
    description: says(
      'Tài khoản của cơ quan thường trực đã đồng ý và chuyển lên cấp tiếp theo; trống nếu không có cấp nào sau đó.',
      'Whose account agreed for the secretariat and left it to the level after; empty where there is none.',
    ),
  })
  secretariatApprovedBy!: Relation<Account> | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says(
      'Thời điểm cơ quan thường trực chuyển báo cáo lên cấp tiếp theo; trống nếu không có cấp nào sau đó.',
      'Moment at which the secretariat left it to the level after its own; empty where there is none.',
    ),
  })
  secretariatApprovedAt!: Date | null;

  @Derived(awaitedLevelSql)
  @Field(() => ReviewLevel, {
    nullable: true,
    description: says(
      'Cấp mà báo cáo đang chờ; trống khi báo cáo không còn chờ ai.',
      'Whose step comes next; empty once it waits for nobody.',
    ),
  })
  awaitedLevel!: ReviewLevel | null;

  @Derived(skippedLevelsSql)
  @Field(() => [ReviewLevel], {
    description: says(
      'Các cấp đã bỏ qua vì không tài khoản nào đang dùng, ngoài người nộp, giữ được cấp đó; xem reviews.',
      'Which levels were passed over, since no account in use but the reporter’s could hold them; see reviews.',
    ),
  })
  skippedLevels!: ReviewLevel[];

  @Column('uuid', { nullable: true })
  acceptedById!: string | null;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'accepted_by_id' })
  @Field(() => Account, {
    nullable: true,
    description: says(
      'Tài khoản đã chấp nhận ở cấp cuối cùng; trống nếu chưa.',
      'Whose account took it as official data, at the last level; empty until then.',
    ),
  })
  acceptedBy!: Relation<Account> | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says(
      'Thời điểm báo cáo thành số liệu chính thức; trống nếu chưa được chấp nhận.',
      'Moment at which it became official data; empty until then.',
    ),
  })
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
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
