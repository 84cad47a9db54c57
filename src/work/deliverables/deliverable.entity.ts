import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { WorkItem } from '../items/work-item.entity';

/** Something concrete that a work item hands over; it is accepted once, with the evidence. */
@Entity('deliverable')
@Check('deliverable_acceptance', '(accepted_on is null) = (evidence is null)')
@Index(['workItemId', 'number'], { unique: true })
@Readable({
  prefix: 'dl',
  list: 'deliverables',
  orderBy: ['dueOn', 'number'],
  label: 'title',
  title: { vi: 'sản phẩm', en: 'deliverable' },
  rows: {
    vi: 'Những gì các đầu việc phải bàn giao, theo hạn. Ai xem được đầu việc thì xem được sản phẩm của nó; phòng họp chỉ thấy của đầu việc có hiệu lực.',
    en: 'What all items hand over, by due date. Who may see an item sees these; meeting rooms those of items in force.',
    where: '{ acceptedOn: { isNull: true }, daysLate: { gt: 0 } }',
  },
})
@ObjectType({
  implements: Node,
  description: says('Sản phẩm bàn giao của đầu việc.', 'Something concrete that a work item hands over.'),
})
export class Deliverable {
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
      'Thứ tự của sản phẩm trong đầu việc, đếm từ 1.',
      'Place among what its work item hands over, counted from 1.',
    ),
  })
  number!: number;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Tên của văn bản, phần mềm, công trình … phải bàn giao.',
      'Name of the paper, program or building that is handed over.',
    ),
  })
  title!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối phải bàn giao; qua ngày này mà chưa nghiệm thu là quá hạn.',
      'Last day for handing over; not accepted by then, it is late.',
    ),
  })
  dueOn!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày nghiệm thu; trống nếu chưa.', 'Date of acceptance; empty until then.'),
  })
  acceptedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Minh chứng nghiệm thu: biên bản, đường dẫn.', 'Evidence of acceptance: record, address.'),
  })
  evidence!: string | null;

  @Derived(
    (row, { today, table }) => `(case when exists (select from ${table('work_item')} wi
      where wi.id = ${row}.work_item_id and wi.is_in_force)
      then greatest(0, coalesce(${row}.accepted_on, ${today}::date) - ${row}.due_on) else 0 end)`,
  )
  @Field(() => Int, {
    description: says(
      'Số ngày quá hạn: đến khi nghiệm thu, hoặc đến hôm nay; 0 khi đầu việc chưa có hiệu lực.',
      'Days past the due date: until acceptance, or until today; none while its item is not in force.',
    ),
  })
  daysLate!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
