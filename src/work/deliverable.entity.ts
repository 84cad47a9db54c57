import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/declarations';
import { WorkItem } from './work-item.entity';

/** Something concrete that a work item hands over; it is accepted once, with the evidence. */
@Entity('deliverable')
@Check('deliverable_acceptance', '(accepted_on is null) = (evidence is null)')
@Index(['workItemId', 'number'], { unique: true })
@Readable({
  prefix: 'dl',
  list: 'deliverables',
  orderBy: ['dueOn', 'number'],
  title: { vi: 'sản phẩm', en: 'deliverable' },
})
@ObjectType({
  implements: Node,
  description: says('Sản phẩm bàn giao của đầu việc.', 'Something concrete that a work item hands over.'),
})
export class Deliverable {
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
  @Field(() => String, { description: says('Tên sản phẩm.', 'What it is.') })
  title!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Hạn bàn giao.', 'Due date.') })
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
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
