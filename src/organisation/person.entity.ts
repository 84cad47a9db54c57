import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Unit } from './unit.entity';

/** Somebody who answers for work. Known by office; a name is not needed. */
@Entity('person')
@Readable({
  prefix: 'pe',
  list: 'persons',
  orderBy: ['displayName'],
  label: 'displayName',
  title: { vi: 'người phụ trách', en: 'person' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Người phụ trách công việc, ghi theo chức danh.',
    'Somebody who answers for work, known by office.',
  ),
})
export class Person {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  code!: string;

  @Column('text')
  @Field(() => String, { description: says('Họ tên hoặc chức danh.', 'Name or office.') })
  displayName!: string;

  @Column('uuid', { nullable: true })
  @Index()
  unitId!: string | null;

  @RelatedRow(() => Unit, { nullable: true, description: says('Đơn vị công tác.', 'Unit.') })
  unit!: Relation<Unit> | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
