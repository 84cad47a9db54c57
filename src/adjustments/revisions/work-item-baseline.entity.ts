import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { Readable } from '../../platform/reader/model/declarations';
import { WorkItem } from '../../work/public';

/** What an item promised before its first adjustment; it stays, whatever is adjusted later. */
@Entity('work_item_baseline')
@Index(['workItemId'], { unique: true })
@Readable({
  prefix: 'wb',
  orderBy: ['workItemId'],
  label: 'dueOn',
  title: { vi: 'mốc gốc của đầu việc', en: 'baseline of a work item' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Các giá trị ban đầu của đầu việc, trước lần điều chỉnh thứ nhất.',
    'What an item promised before its first adjustment; it stays, whatever is adjusted later.',
  ),
})
export class WorkItemBaseline {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says('Đầu việc mà các giá trị này thuộc về.', 'What promised this.'),
  })
  workItem!: Relation<WorkItem>;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày bắt đầu ban đầu.', 'On which it first was to begin.') })
  startsOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Hạn ban đầu; `slippageDays` tính từ ngày này.',
      'By which it first was to be done; `slippageDays` counts from it.',
    ),
  })
  dueOn!: string;

  @Column('uuid')
  @Index()
  leadUnitId!: string;

  @RelatedRow(() => Unit, { description: says('Đơn vị chủ trì ban đầu.', 'Which unit led it at first.') })
  leadUnit!: Relation<Unit>;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Sản phẩm ban đầu.', 'What was to come of it at first; empty where it was not stated.'),
  })
  product!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
