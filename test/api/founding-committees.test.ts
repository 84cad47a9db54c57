import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let programmes: string[];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  const rows = await view.rows<{ id: string }>(
    `select 'pr_' || id as id from programme p where not exists (select from steering_committee c where c.programme_id = p.id) order by number`,
  );
  programmes = rows.map(({ id }) => id);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const HEAD = { role: 'HEAD', office: 'Phó Bí thư Thành ủy' };
const MEMBER = { role: 'MEMBER', office: 'Giám đốc Sở Tài chính' };
const foundation = (programmeId: string, changes: object = {}) => ({
  programmeId,
  name: 'Ban Chỉ đạo Chương trình',
  nameEn: 'Steering committee of the programme',
  foundedOn: '2023-11-14',
  decision: 'Quyết định 12-QĐ/TU',
  members: [HEAD, MEMBER],
  ...changes,
});
const COMMITTEE = 'committee { id name members { role office startsOn isCurrent } }';

test('a programme without a committee gets one, which is re-formed from then on', async () => {
  const programmeId = programmes.shift()!;
  const { committee, cursor } = await mutated<{ committee: { id: string } }>(
    secretariat,
    'foundCommittee',
    foundation(programmeId),
    COMMITTEE,
  );
  expect(committee).toMatchObject({
    name: 'Ban Chỉ đạo Chương trình',
    members: [HEAD, MEMBER].map((place) => ({ ...place, startsOn: '2023-11-14', isCurrent: true })),
  });
  const { data } = await secretariat.ask<{ node: { code: string } }>(
    'query ($id: ID!) { node(id: $id) { ... on Programme { code committee { id } } } }',
    { id: programmeId },
  );
  expect(data.node).toMatchObject({ committee: { id: committee.id } });
  expect(await view.row(`select type, data from event_log order by position desc limit 1`)).toEqual({
    type: 'COMMITTEE_FOUNDED',
    data: {
      name: 'Ban Chỉ đạo Chương trình',
      foundedOn: '2023-11-14',
      decision: 'Quyết định 12-QĐ/TU',
      members: [HEAD.office, MEMBER.office],
    },
  });
  await mutated(secretariat, 'reformCommittee', {
    programmeCode: data.node.code,
    effectiveOn: '2023-12-01',
    decision: 'Quyết định 13-QĐ/TU',
    members: [HEAD],
  });
  const { data: past } = await secretariat.ask<object>(
    `query ($cursor: Cursor!, $id: ID!) { asOf(cursor: $cursor) { node(id: $id) { ... on SteeringCommittee { members { office endsOn } } } } }`,
    { cursor, id: committee.id },
  );
  expect(past).toEqual({
    asOf: { node: { members: [HEAD, MEMBER].map(({ office }) => ({ office, endsOn: null })) } },
  });
});

test('of two that found one committee at once, one does and the other is told of it', async () => {
  const input = foundation(programmes.shift()!);
  const answers = await Promise.all(
    [1, 2].map(() => mutate<{ committee: { id: string } }>(secretariat, 'foundCommittee', input, 'committee { id }')),
  );
  expect(answers.map(({ userErrors }) => userErrors.map(({ code }) => code)).sort()).toEqual([[], ['CONFLICT']]);
  expect(new Set(answers.map(({ committee }) => committee.id)).size).toBe(1);
});

test('refused: a second committee, pointed to its re-formation', async () => {
  const { id } = await view.row<{ id: string }>(`select 'pr_' || id as id from programme where number = 7`);
  const names = [/reformCommittee/, /reformCommittee/] as const;
  await expectPoints(view, secretariat, ['foundCommittee', foundation(id), ['CONFLICT input.programmeId'], names]);
});

test.each([
  ['without a head', { members: [MEMBER] }, ['INVALID input.members']],
  ['with two heads', { members: [HEAD, { ...HEAD, office: 'Bí thư Thành ủy' }] }, ['INVALID input.members']],
  ['with a place given twice', { members: [HEAD, MEMBER, MEMBER] }, ['INVALID input.members.2.office']],
  ['too far ahead', { foundedOn: '2026-01-01' }, ['INVALID input.foundedOn']],
  ['without a name', { name: ' ' }, ['INVALID input.name']],
  [
    'of a programme that is not there',
    { programmeId: 'pr_00000000-0000-4000-8000-000000000000' },
    ['NOT_FOUND input.programmeId'],
  ],
])('refused: a committee %s', async (_, changes, points) => {
  await expectPoints(view, secretariat, ['foundCommittee', foundation(programmes[0]!, changes), points]);
});

test('whoever is charged with something that is a sample has a sample charge, whoever it is', async () => {
  const { member, target, item } = await view.row<{ member: string; target: string; item: string }>(
    `insert into committee_membership (committee_id, role, role_name, office, rank, as_of)
     select c.id, 'MEMBER', 'made', 'made', 6, '2023-01-01' from steering_committee c join programme p on p.id = c.programme_id where p.number = 7
     returning 'cm_' || id as member,
       (select 'ta_' || t.id from target t join programme p on p.id = t.programme_id where p.number = 7 order by t.number limit 1) as target,
       (select 'wi_' || id from work_item where code = '07-12') as item`,
  );
  await view.rows(`update target set is_sample = true where 'ta_' || id = $1`, [target]);
  await view.rows(`update work_item set is_sample = true where 'wi_' || id = $1`, [item]);
  await mutated(secretariat, 'assignMember', { membershipId: member, targetIds: [target] });
  await mutated(secretariat, 'assignOversight', { membershipId: member, workItemIds: [item] });
  const marked = `select is_sample as "isSample" from`;
  expect(await view.rows(`${marked} target_assignment where 'cm_' || membership_id = $1`, [member])).toEqual([
    { isSample: true },
  ]);
  expect(await view.rows(`${marked} work_item_oversight where 'cm_' || membership_id = $1`, [member])).toEqual([
    { isSample: true },
  ]);
});
