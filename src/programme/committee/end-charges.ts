import { type FindOptionsWhere, In } from 'typeorm';
import type { Command } from '../../platform/commands/command';
import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import type { EndChargeInput } from './charge.inputs';
import { assertCanEnd, assertCharged, assertSoon, isTakenBack } from './charge.rules';
import { type ChargeRow, type Charges, getMatters, matterIdOf, type Matter, toCharges } from './charges';
import type { CommitteeMembership } from './committee-membership.entity';
import { decidedUntil } from './decided-until';
import { getMemberToCharge } from './get-member-to-charge';

/** What was ended: who is charged with what no longer, from which day on. */
export interface Ended<Of> {
  readonly member: CommitteeMembership;
  readonly matters: readonly Of[];
  readonly effectiveOn: CalendarDate;
}

/** Has a member be charged with matters no longer, from a day on; what begins today or later is taken back. Whether anybody else is charged with them is not asked. */
export async function endCharges<Of extends Matter>(
  command: Command,
  charges: Charges<Of>,
  input: EndChargeInput,
  matterIds: readonly string[],
): Promise<Ended<Of>> {
  const { today, tx } = command;
  const effectiveOn = input.effectiveOn ?? today;
  assertSoon('effectiveOn', effectiveOn, decidedUntil(today));
  const member = await getMemberToCharge(command, input.membershipId, effectiveOn);
  const matters = await getMatters(tx.manager, charges, member, matterIds);
  const rows = await tx.manager.find(charges.rows, {
    where: { membershipId: member.id, [charges.by]: In(matters.map(({ id }) => id)) } as FindOptionsWhere<ChargeRow>,
    order: { startsOn: 'ASC' },
  });
  const newest = new Map(rows.map((row) => [matterIdOf(charges, row), row]));
  const others = matters.filter(({ id }) => !newest.has(id)).map(({ shortName }) => shortName);
  assertCharged(charges.kind, member, others);
  const ending = [...newest.values()];
  assertCanEnd(charges.kind, member, toCharges(charges, ending, matters), effectiveOn, today);
  const takenBack = ending.filter((row) => isTakenBack(row, effectiveOn, today));
  await tx.manager.remove(takenBack);
  const endsOn = addDays(effectiveOn, -1);
  await tx.manager.save(
    charges.rows,
    ending.filter((row) => !takenBack.includes(row)).map(({ id }) => ({ id, endsOn })),
  );
  return { member, matters, effectiveOn };
}
