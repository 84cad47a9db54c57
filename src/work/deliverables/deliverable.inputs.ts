import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsName, IsText } from '../../platform/commands/input-rules';
import { IsCitable } from '../../platform/commands/is-citable';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';

/** Input of `addDeliverable`. */
@InputType({ description: says('Sản phẩm mà đầu việc phải bàn giao.', 'Something that an item is to hand over.') })
export class AddDeliverableInput {
  @IdField(says('Mã định danh (id) của đầu việc.', 'Id of the work item.'), { found: 'workItem' })
  workItemId!: string;

  @IsName({ max: 500, required: true })
  @Field(() => String, {
    description: says(
      'Tên của văn bản, phần mềm, công trình … phải bàn giao, tối đa 500 ký tự.',
      'Name of the paper, program or building that is to be handed over, at most 500 characters.',
    ),
  })
  title!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối phải bàn giao; qua ngày này mà chưa nghiệm thu là quá hạn.',
      'Last day for handing over; not accepted by then, it is late.',
    ),
  })
  dueOn!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `acceptDeliverable`. */
@InputType({
  description: says(
    'Ngày và minh chứng nghiệm thu một sản phẩm bàn giao; chỉ ghi nhận một lần.',
    'When something handed over was accepted and on what evidence; recorded once only.',
  ),
})
export class AcceptDeliverableInput {
  @IdField(says('Mã định danh (id) của sản phẩm.', 'Id of the deliverable.'))
  deliverableId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày nghiệm thu; trống thì là hôm nay.', 'Date of acceptance; by default today.'),
  })
  acceptedOn?: string | null;

  @IsCitable()
  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Biên bản nghiệm thu hoặc địa chỉ công khai để tra cứu, tối đa 2.000 ký tự.',
      'The record of acceptance or a public address where it can be seen, at most 2,000 characters.',
    ),
  })
  evidence!: string;
}

/** Input of `removeDeliverable`. */
@InputType({
  description: says(
    'Sản phẩm bỏ khỏi đầu việc khi kế hoạch còn dự thảo.',
    'A deliverable to take off an item of a draft.',
  ),
})
export class RemoveDeliverableInput {
  @IdField(says('Mã định danh (id) của sản phẩm.', 'Id of the deliverable.'))
  deliverableId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says('Vì sao bỏ; ghi vào nhật ký, tối đa 1.000 ký tự.', 'Why, for the log; at most 1,000 characters.'),
  })
  reason!: string;
}
