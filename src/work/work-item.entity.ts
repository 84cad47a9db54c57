import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Appendix, ApprovalLevel, routeSql } from '../documents/public';
import { Person, Unit } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/declarations';
import { Health, Programme } from '../programme/public';
import { claritySql, isClearSql, missingClaritySql } from './clarity.sql';
import { ClarityPoint } from './clarity.state';
import { ClarityCheck } from './clarity.type';
import { daysLateSql, earnedOnSql, healthSql, plannedPercentSql, statutoryClassSql } from './work-item.sql';

/** What a work item is, in the words of the city's plan. */
export enum WorkItemKind {
  SCHEME = 'SCHEME',
  PROJECT = 'PROJECT',
  PROGRAMME = 'PROGRAMME',
  PLAN = 'PLAN',
  TASK = 'TASK',
}

registerEnumType(WorkItemKind, {
  name: 'WorkItemKind',
  description: says('Loại đầu việc.', 'What a work item is.'),
  valuesConfig: {
    SCHEME: { description: says('Đề án.', 'Scheme.') },
    PROJECT: { description: says('Dự án.', 'Project.') },
    PROGRAMME: { description: says('Chương trình.', 'Programme.') },
    PLAN: { description: says('Kế hoạch.', 'Plan.') },
    TASK: { description: says('Nhiệm vụ.', 'Task.') },
  },
});

/** The four classes by which the city counts its tasks. */
export enum StatutoryClass {
  COMPLETED_ON_TIME = 'COMPLETED_ON_TIME',
  COMPLETED_LATE = 'COMPLETED_LATE',
  OPEN_WITHIN_DEADLINE = 'OPEN_WITHIN_DEADLINE',
  OPEN_OVERDUE = 'OPEN_OVERDUE',
}

registerEnumType(StatutoryClass, {
  name: 'StatutoryClass',
  description: says(
    'Bốn nhóm thống kê nhiệm vụ, chỉ theo ngày tháng.',
    'The four classes by which tasks are counted, from dates alone.',
  ),
  valuesConfig: {
    COMPLETED_ON_TIME: { description: says('Hoàn thành đúng hạn.', 'Completed on time.') },
    COMPLETED_LATE: { description: says('Hoàn thành quá hạn.', 'Completed late.') },
    OPEN_WITHIN_DEADLINE: { description: says('Đang thực hiện trong hạn.', 'Open, within its deadline.') },
    OPEN_OVERDUE: { description: says('Đang thực hiện quá hạn.', 'Open and overdue.') },
  },
});

/** One scheme, project, programme, plan or task of a list, with one lead unit. */
@Entity('work_item')
@Index('work_item_natural', { synchronize: false })
@Check('work_item_short_name_length', 'char_length(short_name) <= 24 and char_length(short_name_en) <= 24')
@Check('work_item_dates', 'starts_on <= due_on')
@Check('work_item_percent', 'percent_complete between 0 and 100')
@Index(['appendixId', 'number'], { unique: true })
@Readable({
  prefix: 'wi',
  list: 'workItems',
  one: { field: 'workItem', by: 'code' },
  orderBy: ['code'],
  title: { vi: 'đầu việc', en: 'work item' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Đầu việc: đề án, dự án, chương trình, kế hoạch hoặc nhiệm vụ.',
    'One scheme, project, programme, plan or task of a list.',
  ),
})
export class WorkItem {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, { description: says('Mã đầu việc, ví dụ `07-01`.', 'Code, for instance `07-01`.') })
  code!: string;

  @Column('integer')
  @Field(() => Int, { description: says('Số thứ tự trong phụ lục.', 'Number within its appendix.') })
  number!: number;

  @Column('text')
  @Field(() => WorkItemKind, { description: says('Loại đầu việc.', 'Kind.') })
  kind!: WorkItemKind;

  @Column('text')
  @Field(() => String, { description: says('Tên đầu việc.', 'Vietnamese title.') })
  title!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên đầu việc bằng tiếng Anh.', 'English title.') })
  titleEn!: string;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Tên rút gọn trên màn hình, tối đa 24 ký tự.',
      'Short Vietnamese name for screens, at most 24 characters.',
    ),
  })
  shortName!: string;

  @Column('text')
  @Field(() => String, {
    description: says('Tên rút gọn bằng tiếng Anh, tối đa 24 ký tự.', 'Short English name, at most 24 characters.'),
  })
  shortNameEn!: string;

  @Column('uuid')
  @Index()
  programmeId!: string;

  @ManyToOne(() => Programme)
  @JoinColumn({ name: 'programme_id' })
  @Field(() => Programme, { nullable: true, description: says('Chương trình.', 'Programme.') })
  programme!: Relation<Programme>;

  @Column('uuid')
  appendixId!: string;

  @ManyToOne(() => Appendix)
  @JoinColumn({ name: 'appendix_id' })
  @Field(() => Appendix, { nullable: true, description: says('Phụ lục chứa đầu việc.', 'The list that it stands on.') })
  appendix!: Relation<Appendix>;

  @Column('uuid')
  @Index()
  leadUnitId!: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'lead_unit_id' })
  @Field(() => Unit, { nullable: true, description: says('Đơn vị chủ trì.', 'Lead unit.') })
  leadUnit!: Relation<Unit>;

  @Column('uuid', { nullable: true })
  @Index()
  responsiblePersonId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'responsible_person_id' })
  @Field(() => Person, {
    nullable: true,
    description: says(
      'Người chịu trách nhiệm; trống là chưa rõ người.',
      'Person who answers for it; empty means nobody is named.',
    ),
  })
  responsiblePerson!: Relation<Person> | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Mục tiêu cụ thể; trống là chưa rõ việc.', 'Concrete objective; empty until it is stated.'),
  })
  concreteObjective!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Sản phẩm của đầu việc; trống là chưa rõ sản phẩm.',
      'What comes of it; empty until it is stated.',
    ),
  })
  product!: string | null;

  @Column('text', { nullable: true })
  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says(
      'Cấp phê duyệt; trống là chưa rõ thẩm quyền.',
      'How high it has to go; empty until it is stated.',
    ),
  })
  approvalLevel!: ApprovalLevel | null;

  @Derived(routeSql)
  @Field(() => [ApprovalLevel], {
    description: says(
      'Các cấp lần lượt phê duyệt sản phẩm của đầu việc, theo cấp phê duyệt (quy tắc R5); trống nếu chưa rõ cấp.',
      'The levels that approve what comes of it, one after the other (rule R5); empty while the level is not known.',
    ),
  })
  route!: ApprovalLevel[];

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày bắt đầu.', 'First day.') })
  startsOn!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Hạn hoàn thành.', 'Due date.') })
  dueOn!: string;

  @Column('boolean', { default: true })
  @Field(() => Boolean, {
    description: says(
      'Có hiệu lực: kế hoạch chứa đầu việc đã ban hành. Trước đó, hoặc khi kế hoạch bị rút, đầu việc chưa đến kỳ, không quá hạn và không nhận báo cáo.',
      'In force: its plan was issued. Before that, and where the plan was withdrawn, it is not due, never late and takes no reports.',
    ),
  })
  isInForce!: boolean;

  @Column('numeric', { precision: 5, scale: 2, default: 0 })
  @Field(() => Float, {
    description: says(
      'Tiến độ theo báo cáo đã chấp nhận của kỳ mới nhất, 0-100.',
      'Percent complete by the accepted report of the latest period, 0-100.',
    ),
  })
  percentComplete!: number;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày hoàn thành: ngày nhận báo cáo 100% đã được chấp nhận.',
      'Completion: the day the accepted report of 100 % was received.',
    ),
  })
  completedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => Health, {
    nullable: true,
    description: says(
      'Tình trạng do đơn vị tự đánh giá trong báo cáo đã chấp nhận.',
      'What the unit says, in its accepted report.',
    ),
  })
  claimedHealth!: Health | null;

  @Column('text', { nullable: true })
  @Field(() => Health, {
    nullable: true,
    description: says('Tình trạng theo kết quả kiểm tra.', 'What an inspection found.'),
  })
  verifiedHealth!: Health | null;

  @Column('timestamptz', { nullable: true })
  lastReportedAt!: Date | null;

  @Column('date', { nullable: true })
  lastReportedPeriodEndsOn!: string | null;

  @Derived(plannedPercentSql)
  @Field(() => Float, {
    description: says(
      'Tiến độ kế hoạch đến hôm nay, nội suy qua các mốc, 0-100.',
      'Percent that the plan expects today, linear through the milestones.',
    ),
  })
  plannedPercent!: number;

  @Derived(earnedOnSql)
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày mà kế hoạch dự kiến đạt tiến độ hiện nay.',
      'The date on which the plan expected today’s progress.',
    ),
  })
  earnedOn!: string | null;

  @Derived(statutoryClassSql)
  @Field(() => StatutoryClass, { description: says('Nhóm thống kê theo hạn.', 'Class by dates alone.') })
  statutoryClass!: StatutoryClass;

  @Derived(healthSql)
  @Field(() => Health, { description: says('Tình trạng do hệ thống tính.', 'Computed health.') })
  health!: Health;

  @Derived(claritySql)
  @Field(() => ClarityCheck, {
    description: says(
      'Rà soát rõ người, rõ việc, rõ nguồn lực (quy tắc R3).',
      'Clarity check, point by point (rule R3).',
    ),
  })
  clarity!: ClarityCheck;

  @Derived(missingClaritySql)
  @Field(() => [ClarityPoint], { description: says('Những điểm chưa rõ.', 'The points that are not clear.') })
  missingClarity!: ClarityPoint[];

  @Derived(isClearSql)
  @Field(() => Boolean, { description: says('Mọi điểm đều rõ.', 'Whether all points are clear.') })
  isClear!: boolean;

  @Derived((row, { table }) => `(exists (select from ${table('trace')} tr where tr.work_item_id = ${row}.id))`)
  @Field(() => Boolean, {
    description: says(
      'Có bám sát ít nhất một chỉ tiêu, mục tiêu hoặc quan điểm không (quy tắc R8).',
      'Whether it traces to a target, an objective or a viewpoint (rule R8).',
    ),
  })
  isTraced!: boolean;

  @Derived(daysLateSql)
  @Field(() => Int, { description: says('Số ngày quá hạn.', 'Days past the due date.') })
  daysLate!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
