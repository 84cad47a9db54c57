import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Source } from './source';
import { Unit } from './unit.entity';

/** That one unit's work went over to another on a date, with the share that did. */
@Entity('unit_succession')
@Index(['predecessorId', 'successorId'], { unique: true })
@Check('unit_succession_share', 'share > 0 and share <= 1')
@Check('unit_succession_other', 'predecessor_id <> successor_id')
@Readable({ prefix: 'us', orderBy: ['effectiveOn'], title: { vi: 'kế thừa đơn vị', en: 'unit succession' } })
@ObjectType({
  implements: Node,
  description: says(
    'Quan hệ kế thừa giữa hai đơn vị sau sắp xếp.',
    'One unit succeeding another after a reorganisation.',
  ),
})
export class UnitSuccession {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  predecessorId!: string;

  @RelatedRow(() => Unit, { description: says('Đơn vị trước sắp xếp.', 'The unit that ended.') })
  predecessor!: Relation<Unit>;

  @Column('uuid')
  @Index()
  successorId!: string;

  @RelatedRow(() => Unit, { description: says('Đơn vị kế thừa.', 'The unit that goes on.') })
  successor!: Relation<Unit>;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày có hiệu lực.', 'Effective date.') })
  effectiveOn!: string;

  @Column('numeric', { precision: 5, scale: 4 })
  @Field(() => Float, {
    description: says(
      'Phần công việc được chuyển, từ 0 đến 1.',
      'Share of the predecessor’s work that went over, 0 to 1.',
    ),
  })
  share!: number;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;
}
