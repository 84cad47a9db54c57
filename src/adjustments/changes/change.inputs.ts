import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { ApprovalLevel } from '../../documents/public';
import { IdField } from '../../platform/commands/input-fields';
import { IsName, IsText } from '../../platform/commands/input-rules';
import { OneOf } from '../../platform/commands/one-of';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';

const ITEM = says('Mã định danh (id) của đầu việc.', 'Id of the work item.');

/** New values of an item that stands. */
@InputType({
  description: says(
    'Giá trị mới của một đầu việc; trường không nêu thì giữ nguyên.',
    'New values of an item in force; what is left out stays as it is.',
  ),
})
export class ItemChangeInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @Field(() => DateScalar, { nullable: true, description: says('Hạn mới.', 'New last day on time.') })
  dueOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: says('Ngày bắt đầu mới.', 'New first day of the work.') })
  startsOn?: string | null;

  @IdField(says('Mã định danh (id) của đơn vị chủ trì mới.', 'Id of the new lead unit.'), {
    nullable: true,
    found: 'unit',
  })
  leadUnitId?: string | null;

  @IsName({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Tên mới.', 'New Vietnamese name, at most 1,000 characters.'),
  })
  title?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Sản phẩm mới.', 'What is to come of it now.') })
  product?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Mục tiêu cụ thể mới.', 'What it is to reach now.') })
  concreteObjective?: string | null;

  @IdField(
    says(
      'Mã định danh (id) của người chịu trách nhiệm mới, thuộc đơn vị chủ trì.',
      'Id of the person of the lead unit who is to answer for it.',
    ),
    { nullable: true },
  )
  responsiblePersonId?: string | null;

  @Field(() => ApprovalLevel, { nullable: true, description: says('Cấp phê duyệt mới.', 'How high it has to go now.') })
  approvalLevel?: ApprovalLevel | null;
}

/** One change: exactly one of its fields. */
@OneOf()
@InputType({
  description: says('Một thay đổi: đúng một trường.', 'One thing that is to be changed: exactly one field.'),
})
export class AdjustmentChangeInput {
  @ValidateNested()
  @Field(() => ItemChangeInput, {
    nullable: true,
    description: says('Thay đổi một đầu việc có hiệu lực.', 'Other values of an item in force.'),
  })
  item?: ItemChangeInput | null;
}
