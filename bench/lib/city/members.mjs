import { ofProgram } from './program.mjs';

const { insertMissing } = ofProgram('loading/rows');
const { SAMPLE_SOURCE } = ofProgram('loading/source-of');
const { stableId } = ofProgram('platform/lib/stable-id');
const { CommitteeMembership } = ofProgram('programme/public');
const { SteeringCommittee } = ofProgram('programme/committee/steering-committee.entity');
const { TargetAssignment } = ofProgram('targets/assignments/target-assignment.entity');
const { Target } = ofProgram('targets/target.entity');
const { WorkItem } = ofProgram('work/public');
const { WorkItemOversight } = ofProgram('work/assignments/work-item-oversight.entity');

const MEMBERS = 8;
const STARTS_ON = '2021-01-01';

/** The committee of a programme: each target has a member in charge, each item one who directs it. */
export async function loadMembers(manager, { id: programmeId, number }) {
  await insertMissing(manager, SteeringCommittee, [
    { programmeId, name: `Ban Chỉ đạo Chương trình ${number}`, nameEn: `Steering Committee of Programme ${number}` },
  ]);
  const { id: committeeId } = await manager.findOneByOrFail(SteeringCommittee, { programmeId });
  const members = Array.from({ length: MEMBERS }, (_, index) => member(committeeId, number, index + 1));
  await insertMissing(manager, CommitteeMembership, members);
  const charge = (what, place) => {
    const membershipId = members[place % MEMBERS].id;
    return { id: stableId('city charge', membershipId, what), membershipId, startsOn: STARTS_ON, isSample: true };
  };
  const select = { id: true };
  const targets = await manager.find(Target, { select, where: { programmeId }, order: { number: 'ASC' } });
  await insertMissing(
    manager,
    TargetAssignment,
    targets.map(({ id }, place) => ({ ...charge(id, place), targetId: id })),
  );
  const items = await manager.find(WorkItem, { select, where: { programmeId }, order: { code: 'ASC' } });
  await insertMissing(
    manager,
    WorkItemOversight,
    items.map(({ id }, place) => ({ ...charge(id, place), workItemId: id })),
  );
}

function member(committeeId, programme, place) {
  return {
    id: stableId('city member', String(programme), String(place)),
    committeeId,
    role: 'MEMBER',
    roleName: 'Thành viên BCĐ',
    office: `Ủy viên ${place}`,
    rank: 6,
    asOf: STARTS_ON,
    startsOn: STARTS_ON,
    endsOn: null,
    source: SAMPLE_SOURCE,
    isSample: true,
  };
}
