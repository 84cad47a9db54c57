import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Appendix, ApprovalLevel, routeSql } from '../../documents/public';
import { Person, Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW, SHORT_NAME, SHORT_NAME_EN } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { Health, Programme } from '../../programme/public';
import { claritySql, isClearSql, missingClaritySql } from './clarity.sql';
import { ClarityPoint } from './clarity.state';
import { ClarityCheck } from './clarity.type';
import { StatutoryClass, WorkItemKind } from './work-item.kinds';
import { daysLateSql, earnedOnSql, healthSql, plannedPercentSql, statutoryClassSql } from './work-item.sql';

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
  label: 'shortName',
  title: { vi: 'đầu việc', en: 'work item' },
  rows: {
    vi: 'Mọi đầu việc của các chương trình, theo mã số. Ai đăng nhập cũng đọc được; màn hình phòng họp chỉ thấy đầu việc có hiệu lực.',
    en: 'All schemes, projects, programmes, plans and tasks, by code. Everybody who is signed in reads them; meeting rooms see those in force only.',
    where: '{ health: { eq: OVERDUE }, leadUnit: { code: { eq: "so-khcn" } } }',
  },
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
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, {
    description: says('Mã số (code) của đầu việc, ví dụ `07-01`.', 'Code, for instance `07-01`.'),
  })
  code!: string;

  @Column('integer')
  @Field(() => Int, {
    description: says(
      'Số thứ tự của dòng trong phụ lục, từ 1; không trùng trong một phụ lục.',
      'Place on the list that it stands on, counted from 1, each used once.',
    ),
  })
  number!: number;

  @Column('text')
  @Field(() => WorkItemKind, {
    description: says(
      'Đề án, dự án, chương trình, kế hoạch hay nhiệm vụ, theo văn bản giao việc.',
      'Scheme, project, programme, plan or task, as the document calls it.',
    ),
  })
  kind!: WorkItemKind;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Tên đầy đủ bằng tiếng Việt, như trong phụ lục đã ban hành.',
      'Full Vietnamese name, as in the list that was issued.',
    ),
  })
  title!: string;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Tên đầy đủ bằng tiếng Anh; như tên tiếng Việt nếu chưa dịch.',
      'Full English name; the Vietnamese one until it is translated.',
    ),
  })
  titleEn!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME })
  shortName!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME_EN })
  shortNameEn!: string;

  @Column('uuid')
  @Index()
  programmeId!: string;

  @RelatedRow(() => Programme, {
    description: says(
      'Chương trình công tác toàn khóa mà đầu việc phục vụ; mỗi đầu việc thuộc đúng một.',
      'One of the ten of the term, to which the item belongs alone.',
    ),
  })
  programme!: Relation<Programme>;

  @Column('uuid')
  appendixId!: string;

  @RelatedRow(() => Appendix, {
    description: says(
      'Phụ lục mà đầu việc là một dòng; văn bản của phụ lục quyết định hiệu lực.',
      'The list of which the item is a row; the document of that list decides whether it is in force.',
    ),
  })
  appendix!: Relation<Appendix>;

  @Column('uuid')
  @Index()
  leadUnitId!: string;

  @RelatedRow(() => Unit, {
    description: says(
      'Đơn vị chủ trì, duy nhất (quy tắc R3): nộp báo cáo và chịu trách nhiệm về tiến độ.',
      'The one body that answers for the item and reports on it (rule R3).',
    ),
  })
  leadUnit!: Relation<Unit>;

  @Column('uuid', { nullable: true })
  @Index()
  responsiblePersonId!: string | null;

  @RelatedRow(() => Person, {
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
  @Field(() => DateScalar, {
    description: says(
      'Ngày bắt đầu thực hiện; trước ngày này đầu việc chưa đến kỳ và không nhận báo cáo.',
      'First day of the work; before it the item is not due and takes no reports.',
    ),
  })
  startsOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối phải hoàn thành; từ ngày hôm sau, nếu chưa xong, đầu việc là quá hạn.',
      'Last day on time; from the day after, an item that is not completed is overdue.',
    ),
  })
  dueOn!: string;

  @Column('boolean', { default: true })
  @Field(() => Boolean, {
    description: says(
      'Có hiệu lực: kế hoạch chứa đầu việc đã ban hành. Trước đó, hoặc khi kế hoạch bị rút, đầu việc chưa đến kỳ, không quá hạn và không nhận báo cáo.',
      'In force: its plan was issued. Before that, and where the plan was withdrawn, it is not due, never late and takes no reports.',
    ),
  })
  isInForce!: boolean;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày dừng thực hiện theo điều chỉnh đã duyệt; từ đó đầu việc hết hiệu lực, không quá hạn, không báo cáo. Trống nếu không dừng.',
      'Day on which an approved adjustment stopped it: from then on it is not in force, never late, and takes no reports. Empty unless it was stopped.',
    ),
  })
  stoppedOn!: string | null;

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
      'Tình trạng do đơn vị tự đánh giá trong báo cáo đã chấp nhận; trống nếu đơn vị không nêu.',
      'How the unit itself sees the item, in its accepted report; empty where it does not say.',
    ),
  })
  claimedHealth!: Health | null;

  @Column('text', { nullable: true })
  @Field(() => Health, {
    nullable: true,
    description: says(
      'Tình trạng do cơ quan kiểm tra ghi nhận; trống nếu chưa kiểm tra.',
      'How the inspection committee found it to stand; empty until it looked.',
    ),
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
  @Field(() => StatutoryClass, {
    description: says(
      'Một trong bốn nhóm thống kê, chỉ tính từ ngày hoàn thành, hạn và hôm nay.',
      'One of four, from the completion date, the due date and today alone; progress does not count.',
    ),
  })
  statutoryClass!: StatutoryClass;

  @Derived(healthSql)
  @Field(() => Health, {
    description: says(
      'Tình trạng do hệ thống tính từ tiến độ đã chấp nhận, kế hoạch, các mốc và hạn; khác với tự đánh giá và kết quả kiểm tra.',
      'Computed from accepted progress, the plan, milestones and the due date; what the unit says and an inspection found stand beside it.',
    ),
  })
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
  @Field(() => [ClarityPoint], {
    description: says(
      'Các điểm còn chưa rõ, đơn vị phải bổ sung trước khi trình kế hoạch; rỗng là rõ cả bảy điểm.',
      'What is still to be stated before its plan can be approved; empty when all seven points are met.',
    ),
  })
  missingClarity!: ClarityPoint[];

  @Derived(isClearSql)
  @Field(() => Boolean, {
    description: says(
      'Cả bảy điểm rà soát đều rõ, đầu việc không giữ kế hoạch lại.',
      'Whether all seven points of the check are met, so that it does not hold its plan back.',
    ),
  })
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
  @Field(() => Int, {
    description: says(
      'Số ngày quá hạn tính đến ngày hoàn thành hoặc hôm nay; 0 nếu còn trong hạn hoặc chưa có hiệu lực.',
      'Days from the due date to completion or to today; 0 while it is on time or not in force.',
    ),
  })
  daysLate!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
