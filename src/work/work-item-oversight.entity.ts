import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/declarations';
import { CommitteeMembership } from '../programme/public';
import { assignmentInEffectSql } from '../targets/public';
import { WorkItem } from './work-item.entity';

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
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('uuid')
  membershipId!: string;

  @ManyToOne(() => CommitteeMembership)
  @JoinColumn({ name: 'membership_id' })
  @Field(() => CommitteeMembership, { nullable: true, description: says('Thành viên.', 'The member.') })
  membership!: Relation<CommitteeMembership>;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'work_item_id' })
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'The work item.') })
  workItem!: Relation<WorkItem>;

  @Column('date')
  @Field(() => DateScalar, { description: says('Từ ngày.', 'First day.') })
  startsOn!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Đến ngày; trống nếu còn phụ trách.', 'Last day; empty while it lasts.'),
  })
  endsOn!: string | null;

  @Derived((row, moment) => assignmentInEffectSql(row, moment))
  @Field(() => Boolean, { description: says('Hôm nay có hiệu lực không.', 'Whether it is in effect today.') })
  isCurrent!: boolean;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
