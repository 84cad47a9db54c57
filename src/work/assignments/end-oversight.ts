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
import { DIRECTING, getItemsOf, toCharge } from './directing';
import { WorkItemOversight } from './work-item-oversight.entity';
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
    const { manager } = command.tx;
    const effectiveOn = input.effectiveOn ?? command.today;
    assertSoon('effectiveOn', effectiveOn, decidedUntil(command.today));
    const member = await getMemberToCharge(command, input.membershipId, effectiveOn);
    const items = await getItemsOf(manager, member, input.workItemIds);
    const oversights = await manager.find(WorkItemOversight, {
      where: { membershipId: member.id, workItemId: In(items.map(({ id }) => id)) },
      relations: { workItem: true },
      order: { startsOn: 'ASC' },
    });
    const newest = new Map(oversights.map((oversight) => [oversight.workItemId, oversight]));
    const others = items.filter(({ id }) => !newest.has(id)).map(({ shortName }) => shortName);
    assertCharged(DIRECTING, member, others);
    const ending = [...newest.values()];
    assertCanEnd(DIRECTING, member, ending.map(toCharge), effectiveOn, command.today);
    const takenBack = ending.filter((charge) => isTakenBack(charge, effectiveOn, command.today));
    await manager.remove(takenBack);
    const endsOn = addDays(effectiveOn, -1);
    await manager.save(
      WorkItemOversight,
      ending.filter((charge) => !takenBack.includes(charge)).map(({ id }) => ({ id, endsOn })),
    );
    const codes = items.map(({ code }) => code);
    const isDecided = items.every(({ isInForce }) => isInForce);
    command.append(chargeEvent('OVERSIGHT_ENDED', member, { workItems: codes, effectiveOn }, { isDecided }));
    return { membershipId: member.id };
  },
});
