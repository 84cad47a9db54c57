import { In } from 'typeorm';
import type { Command } from '../platform/graphql/run-command';
import { addDays } from '../platform/lib/clock';
import {
  assertCanEnd,
  assertCharged,
  assertSoon,
  chargeEvent,
  decidedUntil,
  getMemberToCharge,
  isTakenBack,
} from '../programme/public';
import { getTargetsOf, IN_CHARGE, toCharge } from './in-charge';
import { TargetAssignment } from './target-assignment.entity';
import type { EndMemberAssignmentInput } from './target-assignment.inputs';

/** From a day on a member is in charge of targets no longer. Whether anybody else is, is not asked: a gap is an alarm (rule R2). */
export async function endMemberAssignment(
  command: Command,
  input: EndMemberAssignmentInput,
): Promise<{ membershipId: string }> {
  const { manager } = command.tx;
  const effectiveOn = input.effectiveOn ?? command.today;
  assertSoon('effectiveOn', effectiveOn, decidedUntil(command.today));
  const member = await getMemberToCharge(command, input.membershipId, effectiveOn);
  const targets = await getTargetsOf(manager, member, input.targetIds);
  const assignments = await manager.find(TargetAssignment, {
    where: { membershipId: member.id, targetId: In(targets.map(({ id }) => id)) },
    relations: { target: true },
    order: { startsOn: 'ASC' },
  });
  const newest = new Map(assignments.map((assignment) => [assignment.targetId, assignment]));
  const others = targets.filter(({ id }) => !newest.has(id)).map(({ shortName }) => shortName);
  assertCharged(IN_CHARGE, member, others);
  const ending = [...newest.values()];
  assertCanEnd(IN_CHARGE, member, ending.map(toCharge), effectiveOn, command.today);
  const takenBack = ending.filter((charge) => isTakenBack(charge, effectiveOn, command.today));
  await manager.remove(takenBack);
  const endsOn = addDays(effectiveOn, -1);
  await manager.save(
    TargetAssignment,
    ending.filter((charge) => !takenBack.includes(charge)).map(({ id }) => ({ id, endsOn })),
  );
  const numbers = targets.map(({ number }) => number);
  command.append(chargeEvent('MEMBER_ASSIGNMENT_ENDED', member, { targets: numbers, effectiveOn }));
  return { membershipId: member.id };
}
