import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { CursorScalar, DateTimeScalar } from '../../platform/lib/scalars';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { AdjustmentEffect } from '../effect/adjustment-effect.type';
import { AdjustmentRequest } from './adjustment-request.entity';
import { AdjustmentState, AdjustmentStepKind } from './adjustment.state';

/** One step of a request on its way, with its moment and actor, and what the request would have moved then. */
@Entity('adjustment_step')
@Index(['adjustmentRequestId', 'recordedAt'])
@Readable({
  prefix: 'as',
  orderBy: ['recordedAt'],
  label: 'kind',
  title: { vi: 'bước của đề xuất điều chỉnh', en: 'step of an adjustment request' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một bước của đề xuất điều chỉnh, có thời điểm và người thực hiện; phòng họp không xem.',
    'A step of a request, with moment and actor. Meeting rooms do not read it.',
  ),
})
export class AdjustmentStep {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  adjustmentRequestId!: string;

  @RelatedRow(() => AdjustmentRequest, {
    onDelete: 'CASCADE',
    description: says('Đề xuất mà bước này thuộc về.', 'The request that was moved on.'),
  })
  adjustmentRequest!: Relation<AdjustmentRequest>;

  @Column('text')
  @Field(() => AdjustmentStepKind, { description: says('Đã làm gì.', 'What was done with the request.') })
  kind!: AdjustmentStepKind;

  @Column('text')
  @Field(() => AdjustmentState, { description: says('Trạng thái sau bước này.', 'How the request stood after it.') })
  state!: AdjustmentState;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm thực hiện.', 'The moment at which it was done.') })
  recordedAt!: Date;

  @Column('uuid')
  @Index()
  actorId!: string;

  @RelatedRow(() => Account, { description: says('Người thực hiện.', 'The account that did it.') })
  actor!: Relation<Account>;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Lý do, ý kiến hoặc ghi chú.', 'Reason, opinion or note that was given with it.'),
  })
  note!: string | null;

  @Column('jsonb', { nullable: true })
  effectLines!: AdjustmentEffect[] | null;

  @Column('text', { nullable: true })
  @Field(() => CursorScalar, {
    nullable: true,
    description: says(
      'Vị trí nhật ký mà tác động ở bước này được tính theo, dùng với asOf(cursor); trống nếu bước không tính.',
      'The place in the log up to which the effect was worked out at this step, for `asOf(cursor)`; empty where none was.',
    ),
  })
  effectCursor!: string | null;

  @Derived((row) => `coalesce(${row}.effect_lines, '[]'::jsonb)::json`)
  @Field(() => [AdjustmentEffect], {
    description: says(
      'Tác động như đã tính ở bước này; rỗng nếu bước không tính.',
      'What it would have moved, as worked out then; empty where nothing was.',
    ),
  })
  effect!: AdjustmentEffect[];

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
