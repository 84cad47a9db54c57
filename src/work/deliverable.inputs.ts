import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/graphql/input-fields';
import { IsName, IsText } from '../platform/graphql/input-rules';
import { IsCitable } from '../platform/graphql/is-citable';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';

/** Input of `addDeliverable`. */
@InputType({ description: says('Sản phẩm mà đầu việc phải bàn giao.', 'Something that an item is to hand over.') })
export class AddDeliverableInput {
  @IdField(says('Mã đầu việc.', 'Id of the work item.'))
  workItemId!: string;

  @IsName({ max: 500, required: true })
  @Field(() => String, { description: says('Tên sản phẩm.', 'What it is.') })
  title!: string;

  @Field(() => DateScalar, { description: says('Hạn bàn giao.', 'Due date.') })
  dueOn!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `acceptDeliverable`. */
@InputType({ description: says('Nghiệm thu một sản phẩm.', 'Acceptance of a deliverable.') })
export class AcceptDeliverableInput {
  @IdField(says('Mã sản phẩm.', 'Id of the deliverable.'))
  deliverableId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày nghiệm thu; trống thì là hôm nay.', 'Date of acceptance; by default today.'),
  })
  acceptedOn?: string | null;

  @IsCitable()
  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Minh chứng: biên bản, đường dẫn.', 'Evidence: record, address.') })
  evidence!: string;
}
