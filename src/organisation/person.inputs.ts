import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/commands/input-fields';
import { IsName } from '../platform/commands/input-rules';
import { says } from '../platform/lib/says';

/** Input of `createPerson`. */
@InputType({ description: says('Người phụ trách mới.', 'A new person who answers for work.') })
export class CreatePersonInput {
  @IsName({ max: 200, required: true })
  @Field(() => String, { description: says('Họ tên hoặc chức danh.', 'Name or office.') })
  displayName!: string;

  @IdField(says('Mã định danh (id) của đơn vị công tác.', 'Id of the unit.'), { found: 'unit' })
  unitId!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
