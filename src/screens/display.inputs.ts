import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/commands/input-fields';
import { IsName } from '../platform/commands/input-rules';
import { says } from '../platform/lib/says';

/** Input of `createDisplay`. */
@InputType({ description: says('Màn hình mới cho một phòng họp.', 'A new screen for a meeting room.') })
export class CreateDisplayInput {
  @IsName({ max: 60, required: true })
  @Field(() => String, { description: says('Tên phòng, tối đa 60 ký tự.', 'Name of the room, at most 60 characters.') })
  name!: string;

  @IsName({ max: 40, required: true })
  @Field(() => String, {
    description: says('Số hiệu chương trình được chiếu.', 'Code of the programme that it shows.'),
  })
  programmeCode!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `revokeDisplay`. */
@InputType({ description: says('Thu hồi một màn hình.', 'Revocation of a screen.') })
export class RevokeDisplayInput {
  @IdField(says('Mã định danh (id) của màn hình.', 'Id of the screen.'))
  displayId!: string;
}
