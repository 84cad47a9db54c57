import { type EntityManager, In, IsNull } from 'typeorm';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { canArrangeCommittee, getMembership } from '../programme/public';
import type { AssignOversightInput } from './assign-oversight.inputs';
import { WorkItemOversight } from './work-item-oversight.entity';
import { WorkItem } from './work-item.entity';

const PATH = ['input', 'workItemIds'];

/** Has a member of the committee direct work items of its programme. */
export async function assignOversight(
  { tx, actor, today, append }: Command,
  input: AssignOversightInput,
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
  const rows = await findItems(tx.manager, input.workItemIds, programmeId);
  const standing = await tx.manager.find(WorkItemOversight, {
    where: { membershipId: membership.id, workItemId: In(rows.map(({ id }) => id)), endsOn: IsNull() },
    relations: { workItem: true },
  });
  if (standing.length > 0) {
    const names = standing.map((row) => row.workItem.shortName).join(', ');
    throw refuse(
      'CONFLICT',
      PATH,
      `${membership.office} đã trực tiếp chỉ đạo: ${names}. Hãy bỏ khỏi danh sách.`,
      `${membership.office} directs already: ${names}. Leave it out.`,
    );
  }
  const saved = rows.map((row) => ({
    membershipId: membership.id,
    workItemId: row.id,
    startsOn,
    endsOn: null,
    isSample: membership.isSample || row.isSample,
  }));
  await tx.manager.save(WorkItemOversight, saved);
  append({
    type: 'OVERSIGHT_ASSIGNED',
    subject: { type: 'CommitteeMembership', id: membership.id },
    unitId: null,
    programmeId,
    audience: EventAudience.EVERYONE,
    data: { office: membership.office, workItems: rows.map(({ code }) => code), startsOn },
  });
  return { membershipId: membership.id };
}

async function findItems(
  manager: EntityManager,
  globalIds: readonly string[],
  programmeId: string,
): Promise<WorkItem[]> {
  const ids = [...new Set(globalIds)].flatMap((id) => {
    const parsed = parseGlobalId(id);
    return parsed?.prefix === 'wi' ? [parsed.uuid] : [];
  });
  const rows = await manager.findBy(WorkItem, { id: In(ids), programmeId });
  if (rows.length > 0 && rows.length === new Set(globalIds).size) return rows;
  throw refuse(
    'NOT_FOUND',
    PATH,
    'Có đầu việc không thuộc chương trình của ban chỉ đạo này, hoặc danh sách trống.',
    'The list is empty, or names a work item that is not of this committee’s programme.',
  );
}
