import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { BigIntScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { Currency, ResourceKind, ResourceState } from './resource.state';

/** A resource as it is stated. */
@InputType({
  description: says(
    'Một nguồn lực để thực hiện đầu việc: kinh phí thì nêu số tiền và loại tiền, còn lại nêu bằng lời.',
    'One of the means of an item: for funds an amount and a currency, for all others words.',
  ),
})
export class ResourceInput {
  @Field(() => ResourceKind, {
    description: says(
      'Kinh phí, nhân lực, cơ sở vật chất, dữ liệu hay loại khác.',
      'Funds, personnel, facilities, data or anything else.',
    ),
  })
  kind!: ResourceKind;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Mô tả; cần có nếu không phải kinh phí.', 'What it is; needed for all but funds.'),
  })
  description?: string | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: says(
      'Số tiền nguyên, lớn hơn 0, theo đơn vị của `currency`; chỉ nêu với kinh phí.',
      'A whole number above 0 in units of `currency`; for funds only.',
    ),
  })
  amount?: string | null;

  @Field(() => Currency, {
    nullable: true,
    description: says(
      'Loại tiền của `amount`; phải nêu khi có số tiền.',
      'In which money `amount` is stated; needed with it, else left out.',
    ),
  })
  currency?: Currency | null;

  @IsText({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Lấy từ đâu: ngân sách Thành phố, xã hội hóa, …; tối đa 500 ký tự.',
      'Who provides it: the city’s budget, private means, …; at most 500 characters.',
    ),
  })
  origin?: string | null;
}

/** Input of `addResource`. */
@InputType({
  description: says(
    'Nguồn lực thêm vào một đầu việc; bắt đầu ở mức đề xuất.',
    'One of the means by which an item is to be done; it begins as a proposal.',
  ),
})
export class AddResourceInput extends ResourceInput {
  @IdField(says('Mã định danh (id) của đầu việc.', 'Id of the work item.'), { found: 'workItem' })
  workItemId!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `decideResource`. */
@InputType({
  description: says(
    'Quyết định của cấp có thẩm quyền về một nguồn lực, kèm căn cứ.',
    'What an authority decided on one of the means of an item, and by which paper.',
  ),
})
export class DecideResourceInput {
  @IdField(says('Mã định danh (id) của nguồn lực.', 'Id of the resource.'))
  resourceId!: string;

  @Field(() => ResourceState, {
    description: says(
      'Mức mà nguồn lực chuyển sang: duyệt, bố trí hoặc không duyệt.',
      'To which step it moves: approved, allocated or refused.',
    ),
  })
  state!: ResourceState;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says(
      'Số, ngày của văn bản quyết định, hoặc lý do không duyệt; tối đa 1.000 ký tự.',
      'Number and date of the deciding paper, or why it was refused; at most 1,000 characters.',
    ),
  })
  note!: string;
}

/** Input of `removeResource`. */
@InputType({
  description: says(
    'Nguồn lực bỏ khỏi đầu việc khi kế hoạch còn dự thảo.',
    'A resource to take off an item of a draft.',
  ),
})
export class RemoveResourceInput {
  @IdField(says('Mã định danh (id) của nguồn lực.', 'Id of the resource.'))
  resourceId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says('Vì sao bỏ; ghi vào nhật ký, tối đa 1.000 ký tự.', 'Why, for the log; at most 1,000 characters.'),
  })
  reason!: string;
}
