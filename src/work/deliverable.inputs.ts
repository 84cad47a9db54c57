import { Field, ID, InputType } from 'type-graphql';
import { IsIdempotencyKey, IsText } from '../platform/graphql/input-rules';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';

/** Input of `addDeliverable`. */
@InputType({ description: says('Sản phẩm mà đầu việc phải bàn giao.', 'Something that an item is to hand over.') })
export class AddDeliverableInput {
  @IsText({ max: 100, required: true })
  @Field(() => ID, { description: says('Mã đầu việc.', 'Id of the work item.') })
  workItemId!: string;

  @IsText({ max: 500, required: true })
  @Field(() => String, { description: says('Tên sản phẩm.', 'What it is.') })
  title!: string;

  @Field(() => DateScalar, { description: says('Hạn bàn giao.', 'Due date.') })
  dueOn!: string;

  @IsIdempotencyKey()
  @Field(() => String, {
    nullable: true,
    description: says('Khóa chống gửi trùng.', 'Key under which a success is remembered.'),
  })
  idempotencyKey?: string | null;
}

/** Input of `acceptDeliverable`. */
@InputType({ description: says('Nghiệm thu một sản phẩm.', 'Acceptance of a deliverable.') })
export class AcceptDeliverableInput {
  @IsText({ max: 100, required: true })
  @Field(() => ID, { description: says('Mã sản phẩm.', 'Id of the deliverable.') })
  deliverableId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày nghiệm thu; trống thì là hôm nay.', 'Date of acceptance; by default today.'),
  })
  acceptedOn?: string | null;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Minh chứng: biên bản, đường dẫn.', 'Evidence: record, address.') })
  evidence!: string;
}
