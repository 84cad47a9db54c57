import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { Command } from '../../platform/commands/command';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { assertFree, assertSoon } from './charge.rules';
import type { BeginChargeInput } from './charge.inputs';
import { type Charges, getMatters, type Matter, toCharges } from './charges';
import type { CommitteeMembership } from './committee-membership.entity';
import { decidedUntil } from './decided-until';
import { getMemberToCharge } from './get-member-to-charge';

/** What was begun: who is charged with what, from which day. */
export interface Begun<Of> {
  readonly member: CommitteeMembership;
  readonly matters: readonly Of[];
  readonly startsOn: CalendarDate;
}

/** Charges a member of a committee with matters of its programme, with each that the member does not have already. */
export async function beginCharges<Of extends Matter>(
  command: Command,
  charges: Charges<Of>,
  input: BeginChargeInput,
  matterIds: readonly string[],
): Promise<Begun<Of>> {
  const { manager } = command.tx;
  const startsOn = input.startsOn ?? command.today;
  assertSoon('startsOn', startsOn, decidedUntil(command.today));
  const member = await getMemberToCharge(command, input.membershipId, startsOn);
  const matters = await getMatters(manager, charges, member, matterIds);
  const standing = await manager.find(charges.rows, {
    where: [IsNull(), MoreThanOrEqual(startsOn)].map((endsOn) => ({
      membershipId: member.id,
      [charges.by]: In(matters.map(({ id }) => id)),
      endsOn,
    })),
  });
  assertFree(charges.kind, member, toCharges(charges, standing, matters));
  await manager.save(
    charges.rows,
    matters.map((matter) => ({
      membershipId: member.id,
      [charges.by]: matter.id,
      startsOn,
      endsOn: null,
      isSample: member.isSample || charges.isSample(matter),
    })),
  );
  return { member, matters, startsOn };
}
