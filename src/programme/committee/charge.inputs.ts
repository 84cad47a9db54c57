import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';

/** Whom a charge is given to or taken from. */
@InputType()
abstract class MemberInput {
  @IdField(says('Mã định danh (id) của thành viên Ban Chỉ đạo.', 'Id of the membership.'))
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

  @IdempotencyKeyField()
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
