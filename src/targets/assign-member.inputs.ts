import { Field, ID, InputType } from 'type-graphql';
import { IsIdempotencyKey, IsShortList, IsText } from '../platform/graphql/input-rules';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';

/** Input of `assignMember`. */
@InputType({
  description: says('Phân công một thành viên phụ trách các chỉ tiêu.', 'Puts a member in charge of targets.'),
})
export class AssignMemberInput {
  @IsText({ max: 100, required: true })
  @Field(() => ID, { description: says('Mã thành viên ban chỉ đạo.', 'Id of the membership.') })
  membershipId!: string;

  @IsShortList(200)
  @Field(() => [ID], { description: says('Mã các chỉ tiêu.', 'Ids of the targets.') })
  targetIds!: string[];

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
