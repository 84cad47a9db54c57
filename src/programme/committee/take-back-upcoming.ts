import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import { CommitteeMembership } from './committee-membership.entity';
import { neverTookEffect } from './committee-dates.rules';
import type { SteeringCommittee } from './steering-committee.entity';

/** Takes back the re-formations of a locked committee that have not taken effect: who was to come does not, who was to leave goes on. */
export async function takeBackUpcoming(
  manager: EntityManager,
  committee: SteeringCommittee,
  today: CalendarDate,
): Promise<void> {
  const members = await manager.findBy(CommitteeMembership, { committeeId: committee.id });
  const changed = members.filter((member) => !neverTookEffect(member) && isUpcoming(member, today));
  for (const member of changed) {
    const isToCome = member.startsOn !== null && member.startsOn > today;
    member.endsOn = isToCome ? addDays(member.startsOn!, -1) : null;
  }
  await manager.save(changed);
  committee.reformedOn = committee.reformedOn.filter((date) => date <= today);
}

function isUpcoming({ startsOn, endsOn }: CommitteeMembership, today: CalendarDate): boolean {
  return (startsOn !== null && startsOn > today) || (endsOn !== null && endsOn >= today);
}
