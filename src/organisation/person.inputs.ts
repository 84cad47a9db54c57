import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/commands/input-fields';
import { IsFilledName, IsName, IsText } from '../platform/commands/input-rules';
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

/** Input of `changePerson`. */
@InputType({
  description: says(
    'Tên hoặc đơn vị mới của một người phụ trách.',
    'Another name or another unit of a person who answers for work.',
  ),
})
export class ChangePersonInput {
  @IdField(says('Mã định danh (id) của người phụ trách.', 'Id of the person.'))
  personId!: string;

  @IsFilledName(200)
  @Field(() => String, {
    nullable: true,
    description: says(
      'Họ tên hoặc chức danh đúng; trống thì giữ nguyên.',
      'The right name or office; empty to keep it.',
    ),
  })
  displayName?: string | null;

  @IdField(
    says(
      'Mã định danh (id) của đơn vị công tác mới; trống thì giữ nguyên.',
      'Id of the unit in which the person works now; empty to keep it.',
    ),
    { nullable: true, found: 'unit' },
  )
  unitId?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Lý do, ghi vào nhật ký.', 'Why; it goes into the log.'),
  })
  reason?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
