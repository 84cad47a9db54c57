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
import { getTargetsOf, IN_CHARGE, toCharge } from './in-charge';
import { TargetAssignment } from './target-assignment.entity';
import { AssignMemberInput } from './target-assignment.inputs';

/** Puts a member of the committee in charge of targets of its programme. */
export const assignMember = defineCommand({
  name: 'assignMember',
  description: says('Phân công một thành viên phụ trách các chỉ tiêu.', 'Puts a member in charge of targets.'),
  input: AssignMemberInput,
  returns: { membership: CommitteeMembership },
  rights: authoriseCharge,
  async run(command, input) {
    const { manager } = command.tx;
    const startsOn = input.startsOn ?? command.today;
    assertSoon('startsOn', startsOn, decidedUntil(command.today));
    const member = await getMemberToCharge(command, input.membershipId, startsOn);
    const targets = await getTargetsOf(manager, member, input.targetIds);
    const standing = await manager.find(TargetAssignment, {
      where: [IsNull(), MoreThanOrEqual(startsOn)].map((endsOn) => ({
        membershipId: member.id,
        targetId: In(targets.map(({ id }) => id)),
        endsOn,
      })),
      relations: { target: true },
    });
    assertFree(IN_CHARGE, member, standing.map(toCharge));
    await manager.save(
      TargetAssignment,
      targets.map(({ id }) => ({
        membershipId: member.id,
        targetId: id,
        startsOn,
        endsOn: null,
        isSample: member.isSample,
      })),
    );
    const numbers = targets.map(({ number }) => number);
    command.append(chargeEvent('MEMBER_ASSIGNED', member, { targets: numbers, startsOn }));
    return { membershipId: member.id };
  },
});
