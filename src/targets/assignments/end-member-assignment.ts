import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseCharge, chargeEvent, CommitteeMembership, endCharges } from '../../programme/public';
import { IN_CHARGE } from './in-charge';
import { EndMemberAssignmentInput } from './target-assignment.inputs';

/** From a day on a member is in charge of targets no longer. Whether anybody else is, is not asked: a gap is an alarm (rule R2). */
export const endMemberAssignment = defineCommand({
  name: 'endMemberAssignment',
  description: says(
    'Một thành viên thôi phụ trách các chỉ tiêu từ một ngày; việc phân công từ hôm nay hoặc sau đó thì được rút lại. Chỉ tiêu không còn ai phụ trách là một cảnh báo (quy tắc R2).',
    'A member is in charge of targets no longer, from a day on; what begins today or later is taken back. A target left without anybody is an alarm (rule R2).',
  ),
  input: EndMemberAssignmentInput,
  returns: { membership: CommitteeMembership },
  rights: authoriseCharge,
  async run(command, input) {
    const { member, matters, effectiveOn } = await endCharges(command, IN_CHARGE, input, input.targetIds);
    const targets = matters.map(({ number }) => number);
    command.append(chargeEvent('MEMBER_ASSIGNMENT_ENDED', member, { targets, effectiveOn }));
    return { membershipId: member.id };
  },
});
