import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/model/declarations';
import { isInForceSql } from './unit-heir.sql';
import { Unit } from './unit.entity';

/**
 * That a unit holds the matters of a unit for a time, with a share (rule R16). Derived by the database from the successions, through all of them: nothing
 * else writes it. The shares of a unit's heirs at any date add up to 1.
 */
@Entity('unit_heir')
@Index(['unitId', 'heldFrom'])
@Readable({
  prefix: 'uh',
  list: 'unitHeirs',
  orderBy: ['unitId', '-share', 'heirId'],
  title: { vi: 'đơn vị tiếp nhận', en: 'unit heir' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Đơn vị nắm giữ công việc của một đơn vị trong một thời gian, theo cơ cấu từng ngày.',
    'That a unit holds the matters of a unit for a time: the structure of every date.',
  ),
})
export class UnitHeir {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  unitId!: string;

  @RelatedRow(() => Unit, {
    onDelete: 'CASCADE',
    description: says('Đơn vị vốn phụ trách công việc này.', 'The unit whose matters these are.'),
  })
  unit!: Relation<Unit>;

  @Column('uuid')
  @Index()
  heirId!: string;

  @RelatedRow(() => Unit, {
    onDelete: 'CASCADE',
    description: says(
      'Đơn vị nắm giữ công việc đó: chính nó trước khi có đơn vị kế thừa.',
      'The unit that holds them: the unit itself until it is succeeded.',
    ),
  })
  heir!: Relation<Unit>;

  @Column('numeric')
  @Field(() => Float, {
    description: says('Phần nắm giữ, từ 0 đến 1.', 'The share that it holds, 0 to 1.'),
  })
  share!: number;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày đầu nắm giữ; trống nếu từ ban đầu.', 'First day; empty when from the beginning.'),
  })
  heldFrom!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày cuối nắm giữ; trống nếu chưa chấm dứt.', 'Last day; empty while no end is known.'),
  })
  heldTo!: string | null;

  @Derived(isInForceSql)
  @Field(() => Boolean, {
    description: says('Hôm nay có đang nắm giữ không.', 'Whether it holds them today.'),
  })
  isInForce!: boolean;
}
