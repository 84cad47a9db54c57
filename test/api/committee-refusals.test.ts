import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints, type RefusedPoints } from '../support/refused';

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

/** Expects the secretariat to be refused on these points; offices, targets and items are named as they are, in Vietnamese. */
async function expectRefused(...[mutation, input, points, names]: RefusedPoints): Promise<void> {
  const known = await view.rows<{ name: string }>(
    `select office as name from committee_membership union select short_name from target union select short_name from work_item`,
  );
  const quoted = known.map(({ name }) => name);
  await expectPoints(view, secretariat, [mutation, input, points, names, quoted]);
}

const reform = (changes: object): object => ({
  programmeCode: '07-CTr/TU',
  effectiveOn: '2023-11-14',
  decision: 'Quyết định 1',
  members: [{ role: 'HEAD', office: 'Trưởng ban' }],
  ...changes,
});

async function idOf(sql: string): Promise<string> {
  return (await view.row<{ id: string }>(sql)).id;
}

const MEMBER = `select 'cm_' || id as id from committee_membership where is_sample order by office limit 1`;
const target = (number: string, programme = 7) =>
  `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.number = ${programme} and t.number = '${number}'`;

describe('re-forming the committee is refused', () => {
  test.each([
    ['for a programme without a committee', { programmeCode: '02-CTr/TU' }, ['NOT_FOUND input.programmeCode']],
    ['without a head', { members: [{ role: 'MEMBER', office: 'Ủy viên' }] }, ['INVALID input.members']],
    [
      'with two heads, one of them given twice',
      { members: [1, 2].map(() => ({ role: 'HEAD', office: 'Trưởng ban' })) },
      ['INVALID input.members', 'INVALID input.members.1.office'],
    ],
    ['with a blank office', { members: [{ role: 'HEAD', office: ' ' }] }, ['INVALID input.members.0.office']],
    ['without the decision', { decision: '' }, ['INVALID input.decision']],
    ['from a day before it was last re-formed', { effectiveOn: '2021-01-01' }, ['INVALID input.effectiveOn']],
  ])('%s', (_name, changes, refused) => expectRefused('reformCommittee', reform(changes), refused));
});

describe('putting a member in charge is refused', () => {
  test('of what the member is in charge of already, and of another programme’s target', async () => {
    const membershipId = await idOf(MEMBER);
    const { id: standing } = await view.row<{ id: string }>(
      `select 'ta_' || target_id as id from target_assignment where 'cm_' || membership_id = $1 limit 1`,
      [membershipId],
    );
    await expectRefused('assignMember', { membershipId, targetIds: [standing] }, ['CONFLICT input.targetIds']);
    const { id: foreign } = await view.row<{ id: string }>(
      `select 'ta_' || t.id as id from target t join programme p on p.id = t.programme_id where p.number <> 7 limit 1`,
    );
    await expectRefused('assignMember', { membershipId, targetIds: [foreign] }, ['NOT_FOUND input.targetIds.0']);
    await expectRefused('assignMember', { membershipId, targetIds: [] }, ['INVALID input.targetIds']);
  });

  test('before the membership begins', async () => {
    const input = { membershipId: await idOf(MEMBER), targetIds: [await idOf(target('6'))], startsOn: '2020-01-01' };
    await expectRefused('assignMember', input, ['CONFLICT input.membershipId'], [/từ 23\/07\/2021/, /2021-07-23/]);
  });

  test('of an item that the member directs already', async () => {
    const row = await view.row<{ member: string; item: string }>(
      `select 'cm_' || membership_id as member, 'wi_' || work_item_id as item from work_item_oversight order by id limit 1`,
    );
    const input = { membershipId: row.member, workItemIds: [row.item] };
    await expectRefused('assignOversight', input, ['CONFLICT input.workItemIds']);
  });
});

test('whoever is not named leaves, and what the member was in charge of is unattended from that day: an alarm (R2)', async () => {
  const unattended = async () => {
    const { data } = await secretariat.ask<{
      targets: { nodes: { number: string; unattendedSince: string | null }[] };
    }>(
      '{ targets(where: { isUnattended: { eq: true }, programme: { code: { eq: "07-CTr/TU" } } }) { nodes { number unattendedSince } } }',
    );
    return data.targets.nodes;
  };
  // the sample leaves one target without anybody
  expect(await unattended()).toEqual([{ number: '6', unattendedSince: null }]);
  const office = 'Giám đốc Sở Khoa học và Công nghệ (mẫu)';
  const members = [
    { role: 'HEAD', office: 'Trưởng ban mới' },
    { role: 'MEMBER', office },
  ];
  await mutated(secretariat, 'reformCommittee', reform({ members }));
  const since = '2023-11-14';
  expect(await unattended()).toEqual([
    ...['2', '3', '4', '5'].map((number) => ({ number, unattendedSince: since })),
    { number: '6', unattendedSince: null },
    { number: '7b', unattendedSince: since },
  ]);
  const { data } = await secretariat.ask<{ committeeMemberships: { nodes: { office: string; startsOn: string }[] } }>(
    '{ committeeMemberships(where: { isCurrent: { eq: true } }) { nodes { office startsOn } } }',
  );
  expect(data.committeeMemberships.nodes).toEqual([
    { office: 'Trưởng ban mới', startsOn: since },
    { office, startsOn: '2021-07-23' },
  ]);
  await expectRefused(
    'assignMember',
    { membershipId: await idOf(`${MEMBER} offset 1`), targetIds: [await idOf(target('6'))] },
    ['CONFLICT input.membershipId'],
  );
});
