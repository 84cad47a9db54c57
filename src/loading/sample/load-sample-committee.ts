import type { EntityManager } from 'typeorm';
import { CommitteeRole } from '../../programme/committee/committee-role.state';
import sample from '../../programme/data/sample-committee.json';
import { CommitteeMembership } from '../../programme/public';
import { SteeringCommittee } from '../../programme/committee/steering-committee.entity';
import { TargetAssignment } from '../../targets/assignments/target-assignment.entity';
import { Target } from '../../targets/target.entity';
import { WorkItem } from '../../work/public';
import { WorkItemOversight } from '../../work/assignments/work-item-oversight.entity';
import { idsBy, insertMissing, pick } from '../rows';
import { codeOf } from './sample-items';
import { SAMPLE_SOURCE } from '../source-of';
import { stableId } from '../../platform/lib/stable-id';

const ROLE = CommitteeRole.MEMBER;

/**
 * Loads members by office, whom no source names, with the targets that they are in charge of and the sample items that they direct. One target and some items are
 * left without, so that a gap can be seen. Where users have put somebody in charge of targets, nothing is loaded.
 */
export async function loadSampleCommittee(manager: EntityManager, programmeId: string): Promise<void> {
  if (await manager.existsBy(TargetAssignment, { isSample: false })) return;
  const committeeId = pick(await idsBy(manager, SteeringCommittee, 'programmeId'), programmeId);
  const { startsOn, members } = sample;
  const rows = members.map(({ office }) => ({
    id: stableId('sample member', office),
    committeeId,
    role: ROLE,
    roleName: 'Thành viên BCĐ',
    office,
    rank: Object.values(CommitteeRole).indexOf(ROLE) + 1,
    asOf: startsOn,
    startsOn,
    endsOn: null,
    source: SAMPLE_SOURCE,
    isSample: true,
  }));
  await insertMissing(manager, CommitteeMembership, rows);
  const targets = await manager.findBy(Target, { programmeId });
  const targetIds = new Map(targets.map(({ number, id }) => [number, id]));
  const assigned = members.flatMap((member, place) =>
    member.targets.map((number) => ({ ...onMember(rows[place]!.id, number), targetId: pick(targetIds, number) })),
  );
  await insertMissing(manager, TargetAssignment, assigned);
  const items = await manager.findBy(WorkItem, { programmeId, isSample: true });
  const itemIds = new Map(items.map(({ code, id }) => [code, id]));
  const directed = members.flatMap((member, place) =>
    member.items
      .map((number) => codeOf({ number }))
      .filter((code) => itemIds.has(code))
      .map((code) => ({ ...onMember(rows[place]!.id, code), workItemId: pick(itemIds, code) })),
  );
  await insertMissing(manager, WorkItemOversight, directed);
}

function onMember(membershipId: string, what: string) {
  const { startsOn } = sample;
  return { id: stableId('sample charge', membershipId, what), membershipId, startsOn, endsOn: null, isSample: true };
}
