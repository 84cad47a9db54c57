import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/graphql/input-fields';
import { IsText } from '../platform/graphql/input-rules';
import { BigIntScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Currency, ResourceKind, ResourceState } from './resource.state';

/** A resource as it is stated. */
@InputType({ description: says('Một nguồn lực.', 'A resource.') })
export class ResourceInput {
  @Field(() => ResourceKind, { description: says('Loại nguồn lực.', 'Kind.') })
  kind!: ResourceKind;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Mô tả; cần có nếu không phải kinh phí.', 'What it is; needed for all but funds.'),
  })
  description?: string | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: says('Số tiền, chỉ với kinh phí.', 'Amount, for funds only.'),
  })
  amount?: string | null;

  @Field(() => Currency, { nullable: true, description: says('Loại tiền.', 'Currency.') })
  currency?: Currency | null;

  @IsText({ max: 500 })
  @Field(() => String, { nullable: true, description: says('Nguồn.', 'Where it comes from.') })
  origin?: string | null;
}

/** Input of `addResource`. */
@InputType({ description: says('Nguồn lực của một đầu việc.', 'A resource for an item.') })
export class AddResourceInput extends ResourceInput {
  @IdField(says('Mã đầu việc.', 'Id of the work item.'))
  workItemId!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `decideResource`. */
@InputType({ description: says('Quyết định về một nguồn lực.', 'A decision on a resource.') })
export class DecideResourceInput {
  @IdField(says('Mã nguồn lực.', 'Id of the resource.'))
  resourceId!: string;

  @Field(() => ResourceState, { description: says('Kết quả.', 'What it becomes.') })
  state!: ResourceState;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Căn cứ, lý do.', 'By which paper, or why.') })
  note!: string;
}
