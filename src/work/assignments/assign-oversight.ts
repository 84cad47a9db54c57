import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseCharge, beginCharges, chargeEvent, CommitteeMembership } from '../../programme/public';
import { DIRECTING } from './directing';
import { AssignOversightInput } from './work-item-oversight.inputs';

/** Has a member of the committee direct work items of its programme. */
export const assignOversight = defineCommand({
  name: 'assignOversight',
  description: says('Phân công một thành viên trực tiếp chỉ đạo các đầu việc.', 'Has a member direct work items.'),
  input: AssignOversightInput,
  returns: { membership: CommitteeMembership },
  rights: authoriseCharge,
  async run(command, input) {
    const { member, matters, startsOn } = await beginCharges(command, DIRECTING, input, input.workItemIds);
    const workItems = matters.map(({ code }) => code);
    const isDecided = matters.every(({ isInForce }) => isInForce);
    command.append(chargeEvent('OVERSIGHT_ASSIGNED', member, { workItems, startsOn }, { isDecided }));
    return { membershipId: member.id };
  },
});
