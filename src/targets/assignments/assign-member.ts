import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseCharge, beginCharges, chargeEvent, CommitteeMembership } from '../../programme/public';
import { IN_CHARGE } from './in-charge';
import { AssignMemberInput } from './target-assignment.inputs';

/** Puts a member of the committee in charge of targets of its programme. */
export const assignMember = defineCommand({
  name: 'assignMember',
  description: says('Phân công một thành viên phụ trách các chỉ tiêu.', 'Puts a member in charge of targets.'),
  input: AssignMemberInput,
  returns: { membership: CommitteeMembership },
  rights: authoriseCharge,
  async run(command, input) {
    const { member, matters, startsOn } = await beginCharges(command, IN_CHARGE, input, input.targetIds);
    const targets = matters.map(({ number }) => number);
    command.append(chargeEvent('MEMBER_ASSIGNED', member, { targets, startsOn }));
    return { membershipId: member.id };
  },
});
