import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { WorkItem } from './work-item.entity';

/** A step of a work item with its date; the planned curve runs through them. */
@Entity('milestone')
@Index(['workItemId', 'number'], { unique: true })
@Check('milestone_percent', 'planned_percent between 0 and 100')
@Readable({ prefix: 'ms', orderBy: ['number'], label: 'title', title: { vi: 'mốc', en: 'milestone' } })
@ObjectType({
  implements: Node,
  description: says(
    'Một bước thực hiện của đầu việc, có hạn và tiến độ kế hoạch; đường kế hoạch đi qua các mốc.',
    'A step of a work item with its date and planned percentage; the planned curve runs through them.',
  ),
})
export class Milestone {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says(
      'Đầu việc mà dòng này thuộc về; ai xem được đầu việc thì xem được dòng.',
      'What this belongs to; who may read that may read this.',
    ),
  })
  workItem!: Relation<WorkItem>;

  @Column('integer')
  @Field(() => Int, {
    description: says(
      'Thứ tự của mốc trong đầu việc, đếm từ 1.',
      'Place among the steps of its work item, counted from 1.',
    ),
  })
  number!: number;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Việc phải xong khi đạt mốc, bằng tiếng Việt.',
      'What is done when it is reached, in Vietnamese.',
    ),
  })
  title!: string;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Việc phải xong khi đạt mốc, bằng tiếng Anh; như tiếng Việt nếu chưa dịch.',
      'What is done when it is reached, in English; the Vietnamese until translated.',
    ),
  })
  titleEn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối phải đạt mốc; qua ngày này mà chưa đạt thì đầu việc có nguy cơ.',
      'Last day to reach it; once missed, the item is at risk.',
    ),
  })
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
    description: says(
      'Ngày đạt mốc, theo báo cáo đã chấp nhận; trống nếu chưa đạt.',
      'Day on which an accepted report says that it was done; empty until then.',
    ),
  })
  reachedOn!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
