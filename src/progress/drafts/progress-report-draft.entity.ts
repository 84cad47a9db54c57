import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { DateTimeScalar, PeriodScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { Health } from '../../programme/public';
import { WorkItem } from '../../work/public';
import { ReportingCycle } from '../cycles/reporting-cycle.entity';

/** A report that a unit has begun to write: one for an item and a cycle, shared by the unit's reporters, used up when the report is submitted. */
@Entity('progress_report_draft')
@Index('progress_report_draft_one', ['workItemId', 'cycleId', 'unitId'], { unique: true })
@Check('progress_report_draft_percent', 'percent_complete between 0 and 100')
@Readable({
  prefix: 'rd',
  list: 'progressReportDrafts',
  orderBy: ['-savedAt'],
  label: 'period',
  title: { vi: 'bản nháp báo cáo', en: 'draft of a report' },
  rows: {
    vi: 'Các bản nháp báo cáo của đơn vị mình, lưu gần nhất trước. Chỉ cán bộ báo cáo và người duyệt của đơn vị đọc được; không ai khác, kể cả cơ quan thường trực.',
    en: 'Reports that one’s own unit has begun to write, the one saved last first. Only reporters and approvers of the unit read them; nobody else, not even the secretariat.',
    where: '{ period: { eq: "2023-Q4" }, workItem: { code: { eq: "07-05" } } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Bản nháp báo cáo của một đầu việc trong một kỳ, chung cho các cán bộ báo cáo của đơn vị; có thể còn dở. Nộp báo cáo thì bản nháp được dùng và không còn nữa.',
    'A report on an item for a period that a unit has begun to write, shared by its reporters; it may be unfinished. Submitting the report uses it up.',
  ),
})
export class ProgressReportDraft {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says('Đầu việc sẽ được báo cáo.', 'The item that will be reported on.'),
  })
  workItem!: Relation<WorkItem>;

  @Column('uuid')
  @Index()
  cycleId!: string;

  @RelatedRow(() => ReportingCycle, {
    description: says(
      'Kỳ báo cáo mà bản nháp được soạn cho: ngày mở, hạn nộp, ngày khóa.',
      'Round for which it is written, with its opening, due and closing dates.',
    ),
  })
  cycle!: Relation<ReportingCycle>;

  @Column('text')
  @Field(() => PeriodScalar, {
    description: says(
      'Kỳ sẽ được báo cáo, viết `2021-Q3`, `2021-H1`, `2021-07` hoặc `2021`.',
      'What time will be reported on, written `2021-Q3`, `2021-H1`, `2021-07` or `2021`.',
    ),
  })
  period!: string;

  @Column('uuid')
  @Index()
  unitId!: string;

  @RelatedRow(() => Unit, {
    description: says(
      'Đơn vị chủ trì đầu việc lúc lưu: bản nháp là của đơn vị này, đơn vị chủ trì sau đó không thấy.',
      'Unit that led the item when it was saved: the draft is that unit’s, and one that leads the item later does not see it.',
    ),
  })
  unit!: Relation<Unit>;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: says(
      'Tiến độ cộng dồn dự kiến báo cáo, phần trăm, 0-100; trống nếu chưa nhập.',
      'How much of the whole work is done, as far as it was entered, 0-100; empty until then.',
    ),
  })
  percentComplete!: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Kết quả nổi bật đang soạn; trống nếu chưa có.',
      'What was done, as written so far; may be empty.',
    ),
  })
  summary!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Khó khăn, vướng mắc đang soạn; trống nếu chưa có.',
      'What stands in the way, as written so far; may be empty.',
    ),
  })
  difficulties!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Kiến nghị, đề xuất đang soạn; trống nếu chưa có.',
      'What the unit will ask of the steering committee, as written so far; may be empty.',
    ),
  })
  proposals!: string | null;

  @Column('uuid', { array: true, default: '{}' })
  milestoneIds!: string[];

  @Column('text', { nullable: true })
  @Field(() => Health, {
    nullable: true,
    description: says(
      'Tình trạng dự kiến tự đánh giá; trống nếu chưa chọn.',
      'How the unit means to assess the item itself; empty where nothing is chosen.',
    ),
  })
  claimedHealth!: Health | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Lý do tự đánh giá khác kết quả hệ thống tính, đang soạn.',
      'Why the unit’s view differs from the computed health, as written so far.',
    ),
  })
  healthReason!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Lý do tiến độ giảm, đang soạn.', 'Why less is done than before, as written so far.'),
  })
  decreaseReason!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Lý do nộp chậm, đang soạn.', 'Why the report comes late, as written so far.'),
  })
  latenessReason!: string | null;

  @Column('uuid')
  @Index()
  savedById!: string;

  @RelatedRow(() => Account, {
    description: says('Tài khoản đã lưu lần gần nhất.', 'Whose account saved it last.'),
  })
  savedBy!: Relation<Account>;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, {
    description: says(
      'Thời điểm một cán bộ báo cáo của đơn vị lưu bản nháp lần gần nhất.',
      'Moment at which a reporter of the unit last kept what was written.',
    ),
  })
  savedAt!: Date;

  @Column('integer')
  @Field(() => Int, {
    description: says(
      'Phiên bản, tăng mỗi lần lưu; dùng cho `expectedVersion`.',
      'Version, rises each time it is saved; for `expectedVersion`.',
    ),
  })
  version!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
