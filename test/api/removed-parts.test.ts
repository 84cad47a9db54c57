import { makeAccount } from '../support/made/made-account';
import { makePart } from '../support/made/made-part';
import { WorkHouse } from './work-house';

let house: WorkHouse;
let counter = 0;

beforeAll(async () => {
  house = await WorkHouse.open();
});

afterAll(() => house.close());

const KINDS = [
  ['milestone', 'removeMilestone', 'milestones { id }', { number: 1, title: 'made', dueOn: '2023-06-30' }],
  ['deliverable', 'removeDeliverable', 'deliverables { id }', { number: 1, title: 'made', dueOn: '2023-06-30' }],
  ['resource', 'removeResource', 'resources { nodes { id } }', { kind: 'DATA', amount: null, currency: null }],
] as const;

type Kind = (typeof KINDS)[number][0];

/** A part on an item of a draft of the committee's, and the input that takes it off. */
async function part(kind: Kind): Promise<{ workItemId: string; input: Record<string, string>; id: string }> {
  counter += 1;
  const workItemId = await house.draftItem(`bo-${counter}`);
  const id = await makePart(house.view, kind, workItemId);
  return { workItemId, id, input: { [`${kind}Id`]: id, reason: 'Nhập nhầm.' } };
}

describe.each(KINDS)('a %s of an item of a draft', (kind, mutation, selection, told) => {
  const path = `input.${kind}Id`;

  test('is taken off it; the log tells what it was and why', async () => {
    const { workItemId, input } = await part(kind);
    const { workItem } = await house.done(mutation, input, `workItem { id ${selection} }`);
    expect(JSON.stringify(workItem)).not.toContain(input[`${kind}Id`]);
    const { data } = await house.view.row<{ data: object }>(
      `select data - 'workItem' as data from event_log where subject_id = $1 order by position desc limit 1`,
      [workItemId.slice(3)],
    );
    expect(data).toEqual({ ...told, reason: 'Nhập nhầm.' });
    await house.refused(mutation, input, [`NOT_FOUND ${path}`]);
  });

  test('is taken off by a reporter of the unit that drafts, and by no other one', async () => {
    const { workItemId, input } = await part(kind);
    await house.view.rows(
      `update document set drafting_unit_id = (select id from unit where code = 'so-yt')
       where id = (select ap.document_id from work_item w join appendix ap on ap.id = w.appendix_id where 'wi_' || w.id = $1)`,
      [workItemId],
    );
    const reporterOf = async (unit: string) =>
      (await makeAccount(house.program, house.view, { roles: [{ role: 'REPORTER', unit }] })).client;
    await house.refused(mutation, input, [`FORBIDDEN ${path}`], { client: await reporterOf('so-nv') });
    const { userErrors } = await house.send(mutation, input, { client: await reporterOf('so-yt') });
    expect(userErrors).toEqual([]);
  });

  test.each([
    ['FINALISED', /reviseDocument/],
    ['SUBMITTED', /trả lại|return it/],
    ['ISSUED', kind === 'resource' ? /decideResource/ : /điều chỉnh|adjustment/],
    ['WITHDRAWN', /removeAppendixRows/],
  ])('stays once the plan is %s, with the way out', async (state, way) => {
    const { workItemId, input } = await part(kind);
    await house.view.rows(
      `update document set state = $2
       where id = (select ap.document_id from work_item w join appendix ap on ap.id = w.appendix_id where 'wi_' || w.id = $1)`,
      [workItemId, state],
    );
    await house.refused(mutation, input, [`CONFLICT ${path}`], { names: [way, way] });
  });

  test('stays without a reason', async () => {
    const { input } = await part(kind);
    await house.refused(mutation, { ...input, reason: ' ' }, ['INVALID input.reason']);
  });
});

test.each([
  [
    'milestone',
    'removeMilestone',
    `update milestone set reached_on = '2023-06-01' where 'ms_' || id = $1`,
    /đạt/,
    /reached/,
  ],
  [
    'deliverable',
    'removeDeliverable',
    `update deliverable set accepted_on = '2023-06-01', evidence = 'x' where 'dl_' || id = $1`,
    /nghiệm thu/,
    /accepted/,
  ],
  [
    'resource',
    'removeResource',
    `update resource set state = 'APPROVED' where 're_' || id = $1`,
    /decideResource/,
    /decideResource/,
  ],
] as const)('a %s on which something was decided or done stays', async (kind, mutation, change, vi, en) => {
  const { id, input } = await part(kind);
  await house.view.rows(change, [id]);
  await house.refused(mutation, input, [`CONFLICT input.${kind}Id`], { names: [vi, en] });
});
