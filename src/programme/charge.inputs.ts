import { Field, ID, InputType } from 'type-graphql';
import { IsIdempotencyKey, IsText } from '../platform/graphql/input-rules';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';

/** Whom a charge is given to or taken from. */
@InputType()
abstract class MemberInput {
  @IsText({ max: 100, required: true })
  @Field(() => ID, { description: says('Mã thành viên ban chỉ đạo.', 'Id of the membership.') })
  membershipId!: string;
}

/** What charging a member asks for, beside what with. */
@InputType()
export abstract class BeginChargeInput extends MemberInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Từ ngày; trống thì từ hôm nay.', 'First day; by default today.'),
  })
  startsOn?: string | null;

  @IsIdempotencyKey()
  @Field(() => String, {
    nullable: true,
    description: says('Khóa chống gửi trùng.', 'Key under which a success is remembered.'),
  })
  idempotencyKey?: string | null;
}

/** What ending a charge asks for, beside which. */
@InputType()
export abstract class EndChargeInput extends MemberInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Thôi từ ngày; trống thì từ hôm nay.',
      'The first day on which it is so no longer; by default today.',
    ),
  })
  effectiveOn?: string | null;
}
