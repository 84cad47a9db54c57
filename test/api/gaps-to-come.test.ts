import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

test('a gap to come is seen beforehand, and one that never was is not told (R2)', async () => {
  const found = await view.row<{ member: string; subject: string }>(
    `select 'cm_' || c.membership_id as member, 'ta_' || c.target_id as subject from target_assignment c
     where c.ends_on is null and not exists (select from target_assignment o where o.target_id = c.target_id and o.id <> c.id) order by c.id limit 1`,
  );
  const gap = async () => {
    const { data } = await secretariat.ask<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on Target { isUnattended unattendedSince unattendedFrom } } }',
      { id: found.subject },
    );
    return data.node;
  };
  const input = { membershipId: found.member, targetIds: [found.subject] };
  expect(await gap()).toEqual({ isUnattended: false, unattendedSince: null, unattendedFrom: null });
  await mutated(secretariat, 'endMemberAssignment', { ...input, effectiveOn: '2023-12-01' });
  expect(await gap()).toEqual({ isUnattended: false, unattendedSince: null, unattendedFrom: '2023-12-01' });
  const { member } = await view.row<{ member: string }>(
    `select 'cm_' || m.id as member from committee_membership m where m.is_sample and m.ends_on is null and 'cm_' || m.id <> $1 limit 1`,
    [found.member],
  );
  await mutated(secretariat, 'assignMember', { ...input, membershipId: member, startsOn: '2023-12-11' });
  expect(await gap()).toMatchObject({ unattendedFrom: '2023-12-01' });
  await mutated(secretariat, 'endMemberAssignment', { ...input, effectiveOn: '2023-11-01' });
  // the other one's membership is taken back before the assignment begins: it never was in charge
  await view.rows(`update committee_membership set ends_on = '2023-12-05' where 'cm_' || id = $1`, [member]);
  expect(await gap()).toEqual({
    isUnattended: true,
    unattendedSince: '2023-11-01',
    unattendedFrom: '2023-11-14',
  });
});
