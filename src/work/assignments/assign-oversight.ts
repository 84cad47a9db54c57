import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import {
  assertFree,
  assertSoon,
  authoriseCharge,
  chargeEvent,
  CommitteeMembership,
  decidedUntil,
  getMemberToCharge,
} from '../../programme/public';
import { DIRECTING, getItemsOf, toCharge } from './directing';
import { WorkItemOversight } from './work-item-oversight.entity';
import { AssignOversightInput } from './work-item-oversight.inputs';

/** Has a member of the committee direct work items of its programme. */
export const assignOversight = defineCommand({
  name: 'assignOversight',
  description: says('Phân công một thành viên trực tiếp chỉ đạo các đầu việc.', 'Has a member direct work items.'),
  input: AssignOversightInput,
  returns: { membership: CommitteeMembership },
  rights: authoriseCharge,
  async run(command, input) {
    const { manager } = command.tx;
    const startsOn = input.startsOn ?? command.today;
    assertSoon('startsOn', startsOn, decidedUntil(command.today));
    const member = await getMemberToCharge(command, input.membershipId, startsOn);
    const items = await getItemsOf(manager, member, input.workItemIds);
    const standing = await manager.find(WorkItemOversight, {
      where: [IsNull(), MoreThanOrEqual(startsOn)].map((endsOn) => ({
        membershipId: member.id,
        workItemId: In(items.map(({ id }) => id)),
        endsOn,
      })),
      relations: { workItem: true },
    });
    assertFree(DIRECTING, member, standing.map(toCharge));
    await manager.save(
      WorkItemOversight,
      items.map(({ id, isSample }) => ({
        membershipId: member.id,
        workItemId: id,
        startsOn,
        endsOn: null,
        isSample: member.isSample || isSample,
      })),
    );
    const codes = items.map(({ code }) => code);
    const isDecided = items.every(({ isInForce }) => isInForce);
    command.append(chargeEvent('OVERSIGHT_ASSIGNED', member, { workItems: codes, startsOn }, { isDecided }));
    return { membershipId: member.id };
  },
});
