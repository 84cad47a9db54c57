import { InputType } from 'type-graphql';
import { IdsField } from '../../platform/commands/input-fields';
import { says } from '../../platform/lib/says';
import { BeginChargeInput, EndChargeInput } from '../../programme/public';

const TARGETS = says('Mã định danh (id) của các chỉ tiêu.', 'Ids of the targets.');

/** Input of `assignMember`. */
@InputType({
  description: says('Phân công một thành viên phụ trách các chỉ tiêu.', 'Puts a member in charge of targets.'),
})
export class AssignMemberInput extends BeginChargeInput {
  @IdsField(TARGETS, { max: 200, required: true })
  targetIds!: string[];
}

/** Input of `endMemberAssignment`. */
@InputType({
  description: says('Một thành viên thôi phụ trách các chỉ tiêu.', 'A member is in charge of targets no longer.'),
})
export class EndMemberAssignmentInput extends EndChargeInput {
  @IdsField(TARGETS, { max: 200, required: true })
  targetIds!: string[];
}
