import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { addDays, type CalendarDate } from '../platform/lib/clock';
import { refuse } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import { CommitteeMembership } from './committee-membership.entity';
import { canArrangeCommittee } from './programme.policy';
import { assertPlaces, isSamePlace, type Place } from './committee.rules';
import { CommitteeRole } from './committee-role.state';
import { Programme } from './programme.entity';
import type { ReformCommitteeInput } from './reform-committee.inputs';
import { SteeringCommittee } from './steering-committee.entity';

const ROLE_NAMES: Readonly<Record<CommitteeRole, string>> = {
  HEAD: 'Trưởng Ban Chỉ đạo',
  STANDING_DEPUTY_HEAD: 'Phó Trưởng ban Thường trực',
  DEPUTY_HEAD: 'Phó Trưởng ban',
  STANDING_AGENCY: 'Cơ quan Thường trực',
  INSPECTION_TEAM: 'Lãnh đạo đoàn kiểm tra',
  MEMBER: 'Thành viên',
};
const RANKS = Object.values(CommitteeRole);

/** Re-forms the committee from a date on: who is not named leaves the day before, who is new comes, the others go on. */
export async function reformCommittee(
  { tx, actor, append }: Command,
  input: ReformCommitteeInput,
): Promise<{ committeeId: string }> {
  if (!canArrangeCommittee(actor)) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'programmeCode'],
      'Chỉ Trưởng Ban Chỉ đạo hoặc cơ quan thường trực được ghi nhận kiện toàn.',
      'Only the committee’s head or the secretariat re-forms it.',
    );
  }
  const committee = await lockCommittee(tx.manager, input.programmeCode);
  assertPlaces(input.members);
  await assertIsLatest(tx.manager, committee.id, input.effectiveOn);
  const standing = (
    await tx.manager.findBy(CommitteeMembership, { committeeId: committee.id, endsOn: IsNull() })
  ).filter(({ startsOn, asOf }) => (startsOn ?? asOf) <= input.effectiveOn);
  const left = standing.filter((member) => !input.members.some((place) => isSamePlace(place, member)));
  const came = input.members.filter((place) => !standing.some((member) => isSamePlace(place, member)));
  for (const member of left) {
    // who came on that very day or is only known from it leaves with it
    const lastDay = addDays(input.effectiveOn, -1);
    member.endsOn = lastDay < (member.startsOn ?? member.asOf) ? (member.startsOn ?? member.asOf) : lastDay;
  }
  await tx.manager.save(left);
  await tx.manager.save(
    CommitteeMembership,
    came.map((place) => rowOf(committee, place, input)),
  );
  append({
    type: 'COMMITTEE_REFORMED',
    subject: { type: 'SteeringCommittee', id: committee.id },
    unitId: null,
    programmeId: committee.programmeId,
    audience: EventAudience.EVERYONE,
    data: {
      effectiveOn: input.effectiveOn,
      decision: input.decision,
      left: left.map(({ office }) => office),
      came: came.map(({ office }) => office.trim()),
    },
  });
  return { committeeId: committee.id };
}

async function lockCommittee(manager: EntityManager, programmeCode: string): Promise<SteeringCommittee> {
  const programme = await manager.findOneBy(Programme, { code: programmeCode });
  const committee =
    programme === null
      ? null
      : await manager.findOne(SteeringCommittee, {
          where: { programmeId: programme.id },
          lock: { mode: 'pessimistic_write' },
        });
  if (committee !== null) return committee;
  throw refuse(
    'NOT_FOUND',
    ['input', 'programmeCode'],
    `Chương trình “${programmeCode}” không có ban chỉ đạo.`,
    `There is no committee of a programme “${programmeCode}”.`,
  );
}

/** Committees are re-formed one after the other: what was decided for a later day stands. */
async function assertIsLatest(manager: EntityManager, committeeId: string, effectiveOn: CalendarDate): Promise<void> {
  const later = await manager.findOne(CommitteeMembership, {
    where: { committeeId, startsOn: MoreThan(effectiveOn) },
    order: { startsOn: 'DESC' },
  });
  if (later === null) return;
  throw refuse(
    'INVALID',
    ['input', 'effectiveOn'],
    `Ban Chỉ đạo đã được kiện toàn từ ${vietnameseDate(later.startsOn!)}. Hãy chọn ngày sau đó.`,
    `The committee was re-formed from ${later.startsOn!} on. Choose a later date.`,
  );
}

function rowOf({ id }: SteeringCommittee, { role, office }: Place, input: ReformCommitteeInput) {
  return {
    committeeId: id,
    role,
    roleName: ROLE_NAMES[role],
    office: office.trim(),
    rank: RANKS.indexOf(role) + 1,
    asOf: input.effectiveOn,
    startsOn: input.effectiveOn,
    endsOn: null,
    source: { citations: [input.decision], reliability: null, note: null },
    isSample: false,
  };
}
