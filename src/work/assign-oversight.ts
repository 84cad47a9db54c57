import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { Command } from '../platform/graphql/run-command';
import { assertFree, assertSoon, chargeEvent, decidedUntil, getMemberToCharge } from '../programme/public';
import { DIRECTING, getItemsOf, toCharge } from './directing';
import { WorkItemOversight } from './work-item-oversight.entity';
import type { AssignOversightInput } from './work-item-oversight.inputs';

/** Has a member of the committee direct work items of its programme. */
export async function assignOversight(
  command: Command,
  input: AssignOversightInput,
): Promise<{ membershipId: string }> {
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
}
