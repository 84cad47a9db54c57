import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/declarations';
import { WorkItem } from './work-item.entity';

/** A step of a work item with its date; the planned curve runs through them. */
@Entity('milestone')
@Index(['workItemId', 'number'], { unique: true })
@Check('milestone_percent', 'planned_percent between 0 and 100')
@Readable({ prefix: 'ms', orderBy: ['number'], title: { vi: 'mốc', en: 'milestone' } })
@ObjectType({
  implements: Node,
  description: says('Mốc thực hiện của đầu việc.', 'A step of a work item with its date.'),
})
export class Milestone {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'work_item_id' })
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'Work item.') })
  workItem!: Relation<WorkItem>;

  @Column('integer')
  @Field(() => Int, { description: says('Số thứ tự.', 'Number within the item.') })
  number!: number;

  @Column('text')
  @Field(() => String, { description: says('Tên mốc.', 'Vietnamese title.') })
  title!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên mốc bằng tiếng Anh.', 'English title.') })
  titleEn!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Hạn của mốc.', 'Due date.') })
  dueOn!: string;

  @Column('numeric', { precision: 5, scale: 2 })
  @Field(() => Float, {
    description: says(
      'Tiến độ dự kiến khi đạt mốc, 0-100.',
      'Percent that the plan expects when it is reached, 0-100.',
    ),
  })
  plannedPercent!: number;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày đạt, theo báo cáo đã chấp nhận.', 'Date reached, by an accepted report.'),
  })
  reachedOn!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
