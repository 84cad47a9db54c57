import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { CommitteeMembership } from '../../programme/public';
import { assignmentInEffectSql } from '../../targets/public';
import { WorkItem } from '../items/work-item.entity';

/** A member of the committee who directs a work item, from a day to a day. */
@Entity('work_item_oversight')
@Check('work_item_oversight_dates', 'ends_on is null or ends_on >= starts_on')
@Index(['workItemId', 'startsOn'])
@Index('work_item_oversight_one_open', ['membershipId', 'workItemId'], { unique: true, where: 'ends_on is null' })
@Readable({
  prefix: 'ov',
  list: 'workItemOversights',
  orderBy: ['startsOn'],
  title: { vi: 'phân công trực tiếp chỉ đạo', en: 'work item oversight' },
  rows: {
    vi: 'Thành viên Ban Chỉ đạo nào trực tiếp chỉ đạo đầu việc nào, từ ngày nào đến ngày nào. Ai xem được đầu việc thì xem được; phòng họp chỉ thấy của đầu việc có hiệu lực.',
    en: 'Which member of the committee directs which item, from a day to a day. Who may see the item sees this; meeting rooms for items in force.',
    where: '{ isCurrent: { eq: true } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một thành viên trực tiếp chỉ đạo một đầu việc trong một thời gian.',
    'A member who directs a work item for a time.',
  ),
})
export class WorkItemOversight {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  membershipId!: string;

  @RelatedRow(() => CommitteeMembership, {
    description: says(
      'Thành viên Ban Chỉ đạo được phân công, nêu theo chức danh.',
      'Who of the steering committee directs it, known by office.',
    ),
  })
  membership!: Relation<CommitteeMembership>;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says(
      'Đầu việc mà thành viên Ban Chỉ đạo trực tiếp chỉ đạo.',
      'What the member of the steering committee directs.',
    ),
  })
  workItem!: Relation<WorkItem>;

  @Column('date')
  @Field(() => DateScalar, {
    description: says('Ngày đầu tiên thành viên trực tiếp chỉ đạo.', 'Day from which the member directs the item.'),
  })
  startsOn!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Đến ngày; trống nếu còn phụ trách.', 'Last day; empty while it lasts.'),
  })
  endsOn!: string | null;

  @Derived((row, moment) => assignmentInEffectSql(row, moment))
  @Field(() => Boolean, {
    description: says(
      'Hôm nay thành viên có đang trực tiếp chỉ đạo không, tính theo ngày và nhiệm kỳ thành viên.',
      'Whether the member directs it today, by its dates and the time of membership.',
    ),
  })
  isCurrent!: boolean;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
