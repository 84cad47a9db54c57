import type { Authorise, Command } from '../../platform/commands/command';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import type { CommitteeMembership } from './committee-membership.entity';
import { canArrangeCommittee } from '../programme.policy';
import { getMembership } from './get-membership';

/** The member of a client's id, locked, for whoever says what members are charged with; refuses one that is no member on that date. */
export async function getMemberToCharge(
  { tx, actor }: Command,
  membershipId: string,
  date: CalendarDate,
): Promise<CommitteeMembership> {
  assertArranges(actor);
  return getMembership(tx.manager, membershipId, date);
}

/** Asks who says what members are charged with. */
export const authoriseCharge: Authorise<object> = ({ actor }) => assertArranges(actor);

function assertArranges(actor: Command['actor']): void {
  if (canArrangeCommittee(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input', 'membershipId'],
    'Chỉ Trưởng Ban Chỉ đạo hoặc cơ quan thường trực được phân công thành viên.',
    'Only the committee’s head or the secretariat assigns members.',
  );
}
