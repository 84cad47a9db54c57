import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { Command } from '../platform/graphql/run-command';
import { assertFree, assertSoon, chargeEvent, decidedUntil, getMemberToCharge } from '../programme/public';
import { getTargetsOf, IN_CHARGE, toCharge } from './in-charge';
import { TargetAssignment } from './target-assignment.entity';
import type { AssignMemberInput } from './target-assignment.inputs';

/** Puts a member of the committee in charge of targets of its programme. */
export async function assignMember(command: Command, input: AssignMemberInput): Promise<{ membershipId: string }> {
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
}
