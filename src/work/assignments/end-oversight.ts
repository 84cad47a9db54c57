import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { authoriseCharge, chargeEvent, CommitteeMembership, endCharges } from '../../programme/public';
import { DIRECTING } from './directing';
import { EndOversightInput } from './work-item-oversight.inputs';

/** From a day on a member directs work items no longer. */
export const endOversight = defineCommand({
  name: 'endOversight',
  description: says(
    'Một thành viên thôi trực tiếp chỉ đạo các đầu việc từ một ngày.',
    'A member directs work items no longer, from a day on.',
  ),
  input: EndOversightInput,
  returns: { membership: CommitteeMembership },
  rights: authoriseCharge,
  async run(command, input) {
    const { member, matters, effectiveOn } = await endCharges(command, DIRECTING, input, input.workItemIds);
    const workItems = matters.map(({ code }) => code);
    const isDecided = matters.every(({ isInForce }) => isInForce);
    command.append(chargeEvent('OVERSIGHT_ENDED', member, { workItems, effectiveOn }, { isDecided }));
    return { membershipId: member.id };
  },
});
