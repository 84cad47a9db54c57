import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsShortList, IsText } from '../../platform/commands/input-rules';
import { says } from '../../platform/lib/says';
import { AdjustmentChangeInput } from '../changes/change.inputs';

/** Input of `registerAdjustment`: what is missing of the five is told all at once, so none is required by its type. */
@InputType({
  description: says(
    'Đề xuất điều chỉnh: các thay đổi cùng sản phẩm, chỉ tiêu, mục tiêu, nguồn lực và lý do (quy tắc R4).',
    'What a unit asks to be changed, with product, target, objective, resources and reason (rule R4).',
  ),
})
export class RegisterAdjustmentInput {
  @IdField(says('Mã định danh (id) của chương trình.', 'Id of the programme.'), { found: 'programme' })
  programmeId!: string;

  @IsShortList(100, { required: true })
  @ValidateNested({ each: true })
  @Field(() => [AdjustmentChangeInput], {
    description: says('Từ 1 đến 100 thay đổi, đều thuộc chương trình này.', '1 to 100 changes, all of this programme.'),
  })
  changes!: AdjustmentChangeInput[];

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Sản phẩm sau điều chỉnh; phải nêu.', 'What is to come of it; must be stated.'),
  })
  product?: string | null;

  @IdField(
    says(
      'Mã định danh (id) của chỉ tiêu mà điều chỉnh phục vụ; phải nêu.',
      'Id of the target that it serves; must be stated.',
    ),
    {
      nullable: true,
    },
  )
  targetId?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Mục tiêu sau điều chỉnh; phải nêu.', 'What it is to reach; must be stated.'),
  })
  objective?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Nguồn lực để thực hiện, bằng lời; phải nêu.', 'What it is done with, in words; must be stated.'),
  })
  resources?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Vì sao cần điều chỉnh; phải nêu.', 'Why it has to be changed; must be stated.'),
  })
  reason?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
