import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { ApprovalLevel } from '../../documents/public';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { Target } from '../../targets/public';
import { WorkItem } from '../../work/public';
import { ageDaysSql } from './obstacle.sql';
import { ObstacleState } from './obstacle.state';

declareEnum(ObstacleState, {
  name: 'ObstacleState',
  description: says(
    'Khó khăn, vướng mắc đã được xử lý tới đâu.',
    'How far what stands in the way has been dealt with.',
  ),
  values: {
    OPEN: {
      word: { vi: 'Đơn vị đã nêu, chưa ai nhận xử lý', en: 'The unit named it; nobody has taken it up yet' },
    },
    IN_HAND: {
      word: { vi: 'Đang được xử lý', en: 'It is being dealt with' },
      explained: { vi: 'phòng họp chỉ thấy những vướng mắc ở bước này.', en: 'the only step that meeting rooms see.' },
    },
    RESOLVED: {
      word: { vi: 'Đã giải quyết, kèm quyết định', en: 'Settled, with the decision' },
    },
  },
});

/** What stands in the way of an item or a target, with what the unit asks for. It has exactly one subject. */
@Entity('obstacle')
@Check('obstacle_subject', 'num_nonnulls(work_item_id, target_id) = 1')
@Check(
  'obstacle_state',
  `(state = 'RESOLVED') = (decision is not null) and (state = 'RESOLVED') = (resolved_on is not null)`,
)
@Index(['workItemId'])
@Index(['targetId'])
@Readable({
  prefix: 'oc',
  list: 'obstacles',
  orderBy: ['raisedOn'],
  title: { vi: 'khó khăn, vướng mắc', en: 'obstacle' },
  rows: {
    vi: 'Khó khăn, vướng mắc, kiến nghị của các đơn vị, nêu trước đứng trước. Ai đăng nhập cũng đọc được; phòng họp chỉ thấy những vướng mắc đang được xử lý.',
    en: 'What stands in the way, as units named it, the oldest first. Everybody who is signed in reads them; meeting rooms those that are in hand.',
    where: '{ state: { ne: RESOLVED }, decidedBy: { eq: PEOPLES_COMMITTEE } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Khó khăn, vướng mắc của một đầu việc hoặc chỉ tiêu, kèm kiến nghị và cấp cần quyết định.',
    'What stands in the way of a work item or a target, what the unit asks for, and who has to decide on it.',
  ),
})
export class Obstacle {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid', { nullable: true })
  workItemId!: string | null;

  @RelatedRow(() => WorkItem, {
    nullable: true,
    description: says(
      'Đầu việc bị vướng; trống nếu vướng mắc là của một chỉ tiêu.',
      'Item that is held up; empty where it is a target.',
    ),
  })
  workItem!: Relation<WorkItem> | null;

  @Column('uuid', { nullable: true })
  targetId!: string | null;

  @RelatedRow(() => Target, {
    nullable: true,
    description: says(
      'Chỉ tiêu bị vướng; trống nếu vướng mắc là của một đầu việc.',
      'Target that is held up; empty where it is a work item.',
    ),
  })
  target!: Relation<Target> | null;

  @Column('text')
  @Field(() => String, {
    description: says('Khó khăn, vướng mắc, bằng lời của đơn vị.', 'What stands in the way, in the unit’s words.'),
  })
  text!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Kiến nghị, đề xuất cách tháo gỡ; trống nếu không nêu.',
      'What the unit proposes, so that the way is free; empty where it proposes nothing.',
    ),
  })
  proposal!: string | null;

  @Column('text', { nullable: true })
  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says(
      'Cấp có thẩm quyền quyết định tháo gỡ, theo đơn vị; trống nếu đơn vị không nêu.',
      'Who has to decide on it, as the unit sees it; empty where it does not say.',
    ),
  })
  decidedBy!: ApprovalLevel | null;

  @Column('uuid', { nullable: true })
  raisedById!: string | null;

  @RelatedRow(() => Account, {
    nullable: true,
    description: says(
      'Tài khoản đã nêu vướng mắc; phòng họp không thấy.',
      'Who entered it; hidden from meeting rooms.',
    ),
  })
  raisedBy!: Relation<Account> | null;

  @Column('uuid')
  @Index()
  unitId!: string;

  @RelatedRow(() => Unit, {
    description: says(
      'Đơn vị đã nêu vướng mắc, theo cơ cấu ngày nêu.',
      'Unit that named it, as units stood on that day.',
    ),
  })
  unit!: Relation<Unit>;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày đơn vị nêu; tuổi vướng mắc tính từ ngày này.',
      'When it was named: its age counts from then.',
    ),
  })
  raisedOn!: string;

  @Column('text')
  @Field(() => ObstacleState, {
    description: says('Đang mở, đang xử lý hay đã giải quyết.', 'Whether it is open, in hand or settled.'),
  })
  state!: ObstacleState;

  @Derived(ageDaysSql)
  @Field(() => Int, {
    description: says(
      'Số ngày theo lịch từ khi nêu đến khi giải quyết, hoặc đến hôm nay.',
      'Calendar days from when it was named until it was settled, or until today.',
    ),
  })
  ageDays!: number;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày nhận xử lý; trống nếu chưa, hoặc đã giải quyết ngay.',
      'When it was taken up; empty before that, and where it was settled at once.',
    ),
  })
  takenUpOn!: string | null;

  @Column('uuid', { nullable: true })
  takenUpById!: string | null;

  @RelatedRow(() => Account, {
    nullable: true,
    description: says('Tài khoản đã nhận xử lý; phòng họp không thấy.', 'Who took it up; hidden from meeting rooms.'),
  })
  takenUpBy!: Relation<Account> | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Quyết định tháo gỡ; trống cho đến khi giải quyết.',
      'What was decided; empty until it is settled.',
    ),
  })
  decision!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày giải quyết; trống nếu chưa.', 'When it was settled; empty until then.'),
  })
  resolvedOn!: string | null;

  @Column('uuid', { nullable: true })
  resolvedById!: string | null;

  @RelatedRow(() => Account, {
    nullable: true,
    description: says(
      'Tài khoản đã ghi quyết định; phòng họp không thấy.',
      'Who recorded the decision; hidden from rooms.',
    ),
  })
  resolvedBy!: Relation<Account> | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
