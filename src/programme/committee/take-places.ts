import type { EntityManager } from 'typeorm';
import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import { firstDayOf, neverTookEffect } from './committee-dates.rules';
import { CommitteeMembership } from './committee-membership.entity';
import { CommitteeRole } from './committee-role.state';
import { isSamePlace, type Place } from './committee.rules';
import { lastDaysOf } from './last-days-of';

const ROLE_NAMES: Readonly<Record<CommitteeRole, string>> = {
  HEAD: 'Trưởng Ban Chỉ đạo',
  STANDING_DEPUTY_HEAD: 'Phó Trưởng ban Thường trực',
  DEPUTY_HEAD: 'Phó Trưởng ban',
  STANDING_AGENCY: 'Cơ quan Thường trực',
  INSPECTION_TEAM: 'Lãnh đạo đoàn kiểm tra',
  MEMBER: 'Thành viên',
};
const RANKS = Object.values(CommitteeRole);

/** A committee as it was decided: who is on it from which day, by which paper. */
export interface DecidedPlaces {
  readonly effectiveOn: CalendarDate;
  readonly decision: string;
  readonly members: readonly Place[];
}

/** Who left a committee and who came to it. */
interface Changed {
  readonly left: readonly CommitteeMembership[];
  readonly came: readonly CommitteeMembership[];
}

/**
 * Ends the memberships of whoever is not named, the day before: who came on that very day was a member on no day. Whoever left on that day by an
 * earlier wording of the same re-formation and is named now goes on as if nothing had been.
 */
export async function takePlaces(manager: EntityManager, committeeId: string, input: DecidedPlaces): Promise<Changed> {
  const dayBefore = addDays(input.effectiveOn, -1);
  const members = await manager.findBy(CommitteeMembership, { committeeId });
  const lastDays = await lastDaysOf(manager, committeeId);
  const lasting = members.filter(({ id }) => lastDays.get(id) === null);
  const gone = members.filter(
    (member) => member.endsOn === dayBefore && (!neverTookEffect(member) || firstDayOf(member) === input.effectiveOn),
  );
  const isNamed = (member: Place) => input.members.some((place) => isSamePlace(place, member));
  const left = lasting.filter((member) => !isNamed(member));
  const back = gone
    .filter((member) => isNamed(member) && !lasting.some((other) => isSamePlace(member, other)))
    // of two rows of one place, the one that was in effect goes on
    .sort((one, other) => Number(neverTookEffect(one)) - Number(neverTookEffect(other)));
  const again = back.filter((member) => back.find((other) => isSamePlace(other, member)) === member);
  for (const member of left) member.endsOn = dayBefore;
  for (const member of again) {
    if (member.startsOn === input.effectiveOn) member.source = sourceOf(input);
    member.endsOn = null;
  }
  const known = [...lasting, ...again];
  const added = input.members
    .filter((place) => !known.some((member) => isSamePlace(place, member)))
    .map((place) => manager.create(CommitteeMembership, rowOf(committeeId, place, input)));
  await manager.save([...left, ...again, ...added]);
  return { left, came: [...again, ...added] };
}

function rowOf(committeeId: string, { role, office }: Place, input: DecidedPlaces) {
  return {
    committeeId,
    role,
    roleName: ROLE_NAMES[role],
    office: office.trim(),
    rank: RANKS.indexOf(role) + 1,
    asOf: input.effectiveOn,
    startsOn: input.effectiveOn,
    endsOn: null,
    source: sourceOf(input),
    isSample: false,
  };
}

function sourceOf({ decision }: DecidedPlaces) {
  return { citations: [decision], reliability: null, note: null };
}
