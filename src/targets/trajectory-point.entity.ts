import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar, PeriodScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Target } from './target.entity';

/** The value that a target's plan expects at the end of a period. */
@Entity('trajectory_point')
@Index(['targetId', 'period'], { unique: true })
@Readable({
  prefix: 'tp',
  orderBy: ['endsOn'],
  label: 'period',
  title: { vi: 'điểm lộ trình', en: 'trajectory point' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Giá trị dự kiến của chỉ tiêu vào cuối một kỳ.',
    'The value that the plan expects at the end of a period.',
  ),
})
export class TrajectoryPoint {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  targetId!: string;

  @RelatedRow(() => Target, { description: says('Chỉ tiêu.', 'Target.') })
  target!: Relation<Target>;

  @Column('text')
  @Field(() => PeriodScalar, { description: says('Kỳ.', 'Period.') })
  period!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày cuối kỳ.', 'Last date of the period.') })
  endsOn!: string;

  @Column('numeric')
  @Field(() => Float, {
    description: says(
      'Giá trị dự kiến, theo đơn vị tính của chỉ số.',
      'Expected value, in the indicator’s unit of measure.',
    ),
  })
  expected!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
