import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsName, IsText } from '../../platform/commands/input-rules';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';

const REQUEST = says('Mã định danh (id) của đề xuất điều chỉnh.', 'Id of the request for an adjustment.');

/** Input of `approveAdjustment`. */
@InputType({
  description: says(
    'Duyệt một bước của đề xuất điều chỉnh.',
    'Which request is taken a step further: by its unit, then by the level that decides.',
  ),
})
export class ApproveAdjustmentInput {
  @IdField(REQUEST)
  adjustmentRequestId!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Ghi chú, tối đa 2.000 ký tự.', 'A note that stays with the step, at most 2,000 characters.'),
  })
  note?: string | null;

  @IsName({ max: 100 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Số văn bản quyết định; chỉ nêu khi quyết định.',
      'Number of the deciding paper; for the decision only.',
    ),
  })
  number?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày trên văn bản quyết định, không sau hôm nay.',
      'Date on the deciding paper, not after today.',
    ),
  })
  date?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `appraiseAdjustment`. */
@InputType({
  description: says('Ý kiến thẩm định của cơ quan thường trực.', 'What the secretariat thinks of a request.'),
})
export class AppraiseAdjustmentInput {
  @IdField(REQUEST)
  adjustmentRequestId!: string;

  @Field(() => Boolean, {
    description: says('Đồng tình hay không đồng tình.', 'Whether it recommends to approve it.'),
  })
  isFor!: boolean;

  @IsText({ max: 4_000, required: true })
  @Field(() => String, {
    description: says('Nội dung thẩm định, tối đa 4.000 ký tự.', 'The opinion itself, at most 4,000 characters.'),
  })
  opinion!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

class ReasonedInput {
  adjustmentRequestId!: string;
  reason!: string;
  idempotencyKey?: string | null;
}

/** Input of `refuseAdjustment`. */
@InputType({ description: says('Không phê duyệt, kèm lý do.', 'Which request the level refuses, and why.') })
export class RefuseAdjustmentInput implements ReasonedInput {
  @IdField(REQUEST)
  adjustmentRequestId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Lý do không phê duyệt.', 'Why it is refused, for the unit to read.') })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `returnAdjustment`. */
@InputType({ description: says('Trả lại đơn vị, kèm lý do.', 'Which request goes back to its unit, and why.') })
export class ReturnAdjustmentInput implements ReasonedInput {
  @IdField(REQUEST)
  adjustmentRequestId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says('Cần sửa gì khi đăng ký lại.', 'What has to be different when it is registered anew.'),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `withdrawAdjustment`. */
@InputType({ description: says('Đơn vị rút đề xuất, kèm lý do.', 'Which request its unit takes back, and why.') })
export class WithdrawAdjustmentInput implements ReasonedInput {
  @IdField(REQUEST)
  adjustmentRequestId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Lý do rút.', 'Why the unit does not ask for it any more.') })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
