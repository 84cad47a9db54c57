import { In } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { addDays } from '../../platform/lib/clock';
import { says } from '../../platform/lib/says';
import {
  assertCanEnd,
  assertCharged,
  assertSoon,
  authoriseCharge,
  chargeEvent,
  CommitteeMembership,
  decidedUntil,
  getMemberToCharge,
  isTakenBack,
} from '../../programme/public';
import { getTargetsOf, IN_CHARGE, toCharge } from './in-charge';
import { TargetAssignment } from './target-assignment.entity';
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
  },
});
