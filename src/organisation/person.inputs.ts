import { Field, ID, InputType } from 'type-graphql';
import { IsIdempotencyKey, IsText } from '../platform/graphql/input-rules';
import { says } from '../platform/lib/says';

/** Input of `createPerson`. */
@InputType({ description: says('Người phụ trách mới.', 'A new person who answers for work.') })
export class CreatePersonInput {
  @IsText({ max: 200, required: true })
  @Field(() => String, { description: says('Họ tên hoặc chức danh.', 'Name or office.') })
  displayName!: string;

  @IsText({ max: 100, required: true })
  @Field(() => ID, { description: says('Mã đơn vị công tác.', 'Id of the unit.') })
  unitId!: string;

  @IsIdempotencyKey()
  @Field(() => String, {
    nullable: true,
    description: says('Khóa chống gửi trùng.', 'Key under which a success is remembered.'),
  })
  idempotencyKey?: string | null;
}
