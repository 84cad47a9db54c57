import { type EntityManager, In, IsNull } from 'typeorm';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { canArrangeCommittee, getMembership } from '../programme/public';
import type { AssignMemberInput } from './assign-member.inputs';
import { TargetAssignment } from './target-assignment.entity';
import { Target } from './target.entity';

const PATH = ['input', 'targetIds'];

/** Puts a member of the committee in charge of targets of its programme. */
export async function assignMember(
  { tx, actor, today, append }: Command,
  input: AssignMemberInput,
): Promise<{ membershipId: string }> {
  if (!canArrangeCommittee(actor)) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'membershipId'],
      'Chỉ Trưởng Ban Chỉ đạo hoặc cơ quan thường trực được phân công thành viên.',
      'Only the committee’s head or the secretariat assigns members.',
    );
  }
  const startsOn = input.startsOn ?? today;
  const membership = await getMembership(tx.manager, input.membershipId, startsOn);
  const { programmeId } = membership.committee;
  const rows = await findTargets(tx.manager, input.targetIds, programmeId);
  const standing = await tx.manager.find(TargetAssignment, {
    where: { membershipId: membership.id, targetId: In(rows.map(({ id }) => id)), endsOn: IsNull() },
    relations: { target: true },
  });
  if (standing.length > 0) {
    const names = standing.map((row) => row.target.shortName).join(', ');
    throw refuse(
      'CONFLICT',
      PATH,
      `${membership.office} đã phụ trách: ${names}. Hãy bỏ khỏi danh sách.`,
      `${membership.office} is in charge already of: ${names}. Leave it out.`,
    );
  }
  const saved = rows.map((row) => ({
    membershipId: membership.id,
    targetId: row.id,
    startsOn,
    endsOn: null,
    isSample: membership.isSample,
  }));
  await tx.manager.save(TargetAssignment, saved);
  append({
    type: 'MEMBER_ASSIGNED',
    subject: { type: 'CommitteeMembership', id: membership.id },
    unitId: null,
    programmeId,
    audience: EventAudience.EVERYONE,
    data: { office: membership.office, targets: rows.map(({ number }) => number), startsOn },
  });
  return { membershipId: membership.id };
}

async function findTargets(
  manager: EntityManager,
  globalIds: readonly string[],
  programmeId: string,
): Promise<Target[]> {
  const ids = [...new Set(globalIds)].flatMap((id) => {
    const parsed = parseGlobalId(id);
    return parsed?.prefix === 'ta' ? [parsed.uuid] : [];
  });
  const rows = await manager.findBy(Target, { id: In(ids), programmeId });
  if (rows.length > 0 && rows.length === new Set(globalIds).size) return rows;
  throw refuse(
    'NOT_FOUND',
    PATH,
    'Có chỉ tiêu không thuộc chương trình của ban chỉ đạo này, hoặc danh sách trống.',
    'The list is empty, or names a target that is not of this committee’s programme.',
  );
}
