import type { EntityManager } from 'typeorm';
import { lockRow } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { CommitteeMembership } from './committee-membership.entity';
import { lastDaysOf } from './last-days-of';

const PATH = ['input', 'membershipId'];

/** The membership of a client's id with its committee, locked so that it does not end meanwhile; refuses one that is not in effect on that date. */
export async function getMembership(
  manager: EntityManager,
  globalId: string,
  date: CalendarDate,
): Promise<CommitteeMembership> {
  const found = await lockRow(manager, CommitteeMembership, globalId);
  if (found === null)
    throw refuse(
      'NOT_FOUND',
      PATH,
      'Không có thành viên này. Hãy kiểm tra lại mã định danh.',
      'There is no such membership. Check the id.',
    );
  const startsOn = found.startsOn ?? found.asOf;
  const to = (await lastDaysOf(manager, found.committeeId)).get(found.id)!;
  if (date < startsOn || (to !== null && date > to)) {
    throw refuse(
      'CONFLICT',
      PATH,
      `${found.office} là thành viên từ ${vietnameseDate(startsOn)}${to === null ? '' : ` đến ${vietnameseDate(to)}`}, không phải vào ${vietnameseDate(date)}. Hãy chọn thành viên khác hoặc ngày khác.`,
      `${found.office} is a member from ${startsOn}${to === null ? '' : ` to ${to}`}, not on ${date}. Choose another member, or another date.`,
    );
  }
  return manager.findOneOrFail(CommitteeMembership, { where: { id: found.id }, relations: { committee: true } });
}
