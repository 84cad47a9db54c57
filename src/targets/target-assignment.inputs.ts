import { Field, ID, InputType } from 'type-graphql';
import { IsShortList } from '../platform/graphql/input-rules';
import { says } from '../platform/lib/says';
import { BeginChargeInput, EndChargeInput } from '../programme/public';

const TARGETS = says('Mã định danh (id) của các chỉ tiêu.', 'Ids of the targets.');

/** Input of `assignMember`. */
@InputType({
  description: says('Phân công một thành viên phụ trách các chỉ tiêu.', 'Puts a member in charge of targets.'),
})
export class AssignMemberInput extends BeginChargeInput {
  @IsShortList(200, { required: true })
  @Field(() => [ID], { description: TARGETS })
  targetIds!: string[];
}

/** Input of `endMemberAssignment`. */
@InputType({
  description: says('Một thành viên thôi phụ trách các chỉ tiêu.', 'A member is in charge of targets no longer.'),
})
export class EndMemberAssignmentInput extends EndChargeInput {
  @IsShortList(200, { required: true })
  @Field(() => [ID], { description: TARGETS })
  targetIds!: string[];
}
