import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let reporter: ApiClient;
let approver: ApiClient;
let ids: { item: string; code: string; unit: string; programme: string; target: string; due: string; later: string };

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  ids = await view.row(`select 'wi_' || w.id as item, w.code, u.code as unit, 'pr_' || w.programme_id as programme,
      'ta_' || (select t.id from target t where t.programme_id = w.programme_id order by number limit 1) as target,
      w.due_on::text as due, (w.due_on + 30)::text as later
    from work_item w join unit u on u.id = w.lead_unit_id
    where w.is_in_force and w.completed_on is null and w.due_on > '2023-12-01' and w.code <> '07-01' order by w.code limit 1`);
  reporter = (await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: ids.unit }] })).client;
  approver = (await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit: ids.unit }] })).client;
});

afterAll(async () => {
  await view.close();
  await program.close();
});

test('a unit registers a later date; its approver, the secretariat and the level agree; then the item is due later, and its first date stays', async () => {
  const changes = [{ item: { workItemId: ids.item, dueOn: ids.later } }];
  const missing = await mutate(reporter, 'registerAdjustment', { programmeId: ids.programme, changes });
  expect(missing.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'INVALID input.product',
    'INVALID input.targetId',
    'INVALID input.objective',
    'INVALID input.resources',
    'INVALID input.reason',
  ]);
  const named = {
    product: 'Đề án',
    targetId: ids.target,
    objective: 'Xong cuối năm',
    resources: 'Ngân sách',
    reason: 'Chậm vốn',
  };
  const { adjustmentRequest } = await mutated<{ adjustmentRequest: { id: string } }>(
    reporter,
    'registerAdjustment',
    { programmeId: ids.programme, changes, ...named, idempotencyKey: 'walk' },
    'adjustmentRequest { id state approvalLevel changes { kind subject field before after } effect { measure before after } viewerCan { approve withdraw } }',
  );
  const adjustmentRequestId = adjustmentRequest.id;
  expect(adjustmentRequest).toMatchObject({
    state: 'REGISTERED',
    changes: [{ kind: 'ITEM', subject: ids.code, field: 'dueOn', before: ids.due, after: ids.later }],
    viewerCan: { approve: false, withdraw: true },
  });
  await mutated(approver, 'approveAdjustment', { adjustmentRequestId });
  await mutated(secretariat, 'appraiseAdjustment', { adjustmentRequestId, isFor: true, opinion: 'Hợp lý' });
  await mutated(secretariat, 'approveAdjustment', { adjustmentRequestId, number: '12/QĐ', date: '2023-11-14' });
  const { data } = await secretariat.ask<object>(
    `query ($code: String!, $id: ID!) {
      workItem(code: $code) {
        dueOn slippageDays baseline { dueOn leadUnit { code } }
        revisions { nodes { appliedOn subject { id } adjustment { id state } changes { field before after } } }
      }
      node(id: $id) { ... on AdjustmentRequest { state decisionNumber appliedOn steps { kind note } } }
    }`,
    { code: ids.code, id: adjustmentRequestId },
  );
  expect(data).toEqual({
    workItem: {
      dueOn: ids.later,
      slippageDays: 30,
      baseline: { dueOn: ids.due, leadUnit: { code: ids.unit } },
      revisions: {
        nodes: [
          {
            appliedOn: '2023-11-14',
            subject: { id: ids.item },
            adjustment: { id: adjustmentRequestId, state: 'APPROVED' },
            changes: [{ field: 'dueOn', before: ids.due, after: ids.later }],
          },
        ],
      },
    },
    node: {
      state: 'APPROVED',
      decisionNumber: '12/QĐ',
      appliedOn: '2023-11-14',
      steps: [
        { kind: 'REGISTERED', note: 'Chậm vốn' },
        { kind: 'UNIT_APPROVED', note: null },
        { kind: 'APPRAISED', note: 'Hợp lý' },
        { kind: 'APPROVED', note: null },
      ],
    },
  });
});

test('each effect says up to which place of the log it was worked out, and the past there shows what it rests on', async () => {
  const [item] = await view.rows<{ id: string; code: string; unit: string; due: string; later: string }>(
    `select 'wi_' || w.id as id, w.code, u.code as unit, w.due_on::text as due, (w.due_on + 10)::text as later
     from work_item w join unit u on u.id = w.lead_unit_id
     where w.is_in_force and w.completed_on is null and w.due_on > '2023-12-01' and w.code not in ('07-01', $1) order by w.code limit 1`,
    [ids.code],
  );
  const adjustmentRequestId = await applied(await staffOf(item!.unit), [
    { item: { workItemId: item!.id, dueOn: item!.later } },
  ]);
  const { data } = await secretariat.ask<{
    node: { effectCursor: string; steps: { kind: string; effectCursor: string | null }[] };
  }>(`query ($id: ID!) { node(id: $id) { ... on AdjustmentRequest { effectCursor steps { kind effectCursor } } } }`, {
    id: adjustmentRequestId,
  });
  const { effectCursor, steps } = data.node;
  const positions = steps.map((step) => Number(step.effectCursor?.split('.')[1]));
  expect(steps.map(({ kind }) => kind)).toEqual(['REGISTERED', 'UNIT_APPROVED', 'APPRAISED', 'APPROVED']);
  // the unit's approval works nothing out
  expect(positions[1]).toBeNaN();
  expect(positions[0]!).toBeLessThan(positions[2]!);
  expect(positions[2]!).toBeLessThan(positions[3]!);
  expect(effectCursor).toBe(steps[3]!.effectCursor);
  const past = await secretariat.ask(
    `query ($cursor: Cursor!, $code: String!) { workItem(code: $code) { dueOn } asOf(cursor: $cursor) { workItem(code: $code) { dueOn } } }`,
    { cursor: effectCursor, code: item!.code },
  );
  expect(past.data).toEqual({ workItem: { dueOn: item!.later }, asOf: { workItem: { dueOn: item!.due } } });
});

interface Registered {
  readonly adjustmentRequest: { readonly id: string };
}

const NAMED = { product: 'Đề án', objective: 'Xong cuối năm', resources: 'Ngân sách', reason: 'Chậm vốn' };

/** Reporter and approver of a unit, and items in force that it leads. */
async function staffOf(unit: string) {
  const people = await Promise.all([
    makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] }),
    makeAccount(program, view, { roles: [{ role: 'APPROVER', unit }] }),
  ]);
  return { reporter: people[0].client, approver: people[1].client };
}

async function idOf(sql: string): Promise<string> {
  return (await view.row<{ id: string }>(sql)).id;
}

const itemId = (code: string) => idOf(`select 'wi_' || id as id from work_item where code = '${code}'`);

/** Registers changes and takes them through every step. */
async function applied(people: Awaited<ReturnType<typeof staffOf>>, changes: object[]): Promise<string> {
  const input = { programmeId: ids.programme, targetId: ids.target, ...NAMED, changes };
  const registered = await mutated<Registered>(
    people.reporter,
    'registerAdjustment',
    input,
    'adjustmentRequest { id }',
  );
  const adjustmentRequestId = registered.adjustmentRequest.id;
  await mutated(people.approver, 'approveAdjustment', { adjustmentRequestId });
  await mutated(secretariat, 'appraiseAdjustment', { adjustmentRequestId, isFor: true, opinion: 'Hợp lý' });
  await mutated(secretariat, 'approveAdjustment', { adjustmentRequestId });
  return adjustmentRequestId;
}

const LIST = `{ appendix(code: "07-PL32") { expectedCount actualCount missingNumbers } }`;

test('a stopped item is out of force, takes no reports, and the list holds one row less; an added one makes it whole again', async () => {
  const people = await staffOf('so-nv');
  await view.rows(`update work_item set completed_on = null, percent_complete = 50 where code = '07-08'`);
  const workItemId = await itemId('07-08');
  const stopped = await applied(people, [{ stopItem: { workItemId } }]);
  expect((await secretariat.ask<object>(LIST)).data).toEqual({
    appendix: { expectedCount: 31, actualCount: 31, missingNumbers: [] },
  });
  const { data } = await secretariat.ask<object>(
    `query ($id: ID!) {
      workItem(code: "07-08") { stoppedOn isInForce health daysLate openCycles { period } revisions { totalCount } }
      node(id: $id) { ... on AdjustmentRequest {
        changes { kind subject field before after }
        effect { measure before after }
      } }
    }`,
    { id: stopped },
  );
  expect(data).toMatchObject({
    workItem: { stoppedOn: '2023-11-14', isInForce: false, health: 'NOT_DUE', daysLate: 0, openCycles: [] },
    node: {
      changes: [
        { kind: 'STOP_ITEM', subject: '07-08', field: 'stoppedOn', before: null, after: '2023-11-14' },
        { kind: 'STOP_ITEM', subject: '07-PL32', field: 'expectedCount', before: '32', after: '31' },
      ],
    },
  });
  const { node } = data as { node: { effect: { measure: string; before: string; after: string }[] } };
  expect(node.effect).toContainEqual({ measure: 'expectedCount.07-PL32', before: '32', after: '31' });
  expect(node.effect).toContainEqual(expect.objectContaining({ measure: 'statutoryClass.OPEN_OVERDUE' }));
  const report = await mutate(people.reporter, 'submitProgressReport', {
    workItemId,
    period: '2023-Q4',
    percentComplete: 60,
    summary: 'x',
  });
  expect(report.userErrors).toMatchObject([{ code: 'CLOSED', path: ['input', 'workItemId'] }]);
  const again = await mutate(people.reporter, 'registerAdjustment', {
    programmeId: ids.programme,
    targetId: ids.target,
    ...NAMED,
    changes: [{ item: { workItemId, dueOn: '2025-12-31' } }],
  });
  expect(again.userErrors).toMatchObject([{ code: 'CLOSED', path: ['input', 'changes', '0', 'item', 'workItemId'] }]);
  const appendixId = await idOf(`select 'ap_' || id as id from appendix where code = '07-PL32'`);
  const row = {
    number: 33,
    kind: 'TASK',
    title: 'Việc thêm',
    leadUnitCode: 'so-nv',
    startsOn: '2024-01-01',
    dueOn: '2025-06-30',
  };
  const funds = [{ kind: 'FUNDS', amount: '5000000', currency: 'VND' }];
  await applied(people, [{ addItem: { appendixId, ...row, resources: funds } }]);
  expect((await secretariat.ask<object>(LIST)).data).toEqual({
    appendix: { expectedCount: 32, actualCount: 32, missingNumbers: [] },
  });
  const added = await secretariat.ask<object>(
    '{ workItem(code: "07-PL32-33") { isInForce leadUnit { code } units { role } resources { nodes { amount currency } } } }',
  );
  expect(added.data).toEqual({
    workItem: {
      isInForce: true,
      leadUnit: { code: 'so-nv' },
      units: [{ role: 'LEAD' }],
      resources: { nodes: [{ amount: '5000000', currency: 'VND' }] },
    },
  });
});

test('another lead unit, a resource and a milestone come with one request', async () => {
  const people = await staffOf('so-yt');
  const workItemId = await itemId('07-09');
  const leadUnitId = await idOf(`select 'un_' || id as id from unit where code = 'so-ct'`);
  await applied(people, [
    { item: { workItemId, leadUnitId } },
    { resource: { workItemId, kind: 'FUNDS', amount: '7000000', currency: 'VND', source: 'Ngân sách' } },
    { milestone: { workItemId, title: 'Nghiệm thu', dueOn: '2024-10-31', plannedPercent: 95 } },
  ]);
  const { data } = await secretariat.ask<object>(
    `{ workItem(code: "07-09") {
      leadUnit { code } baseline { leadUnit { code } }
      units { role unit { code } } milestones { title dueOn }
      resources(where: { amount: { eq: "7000000" } }) { nodes { origin state } }
    } }`,
  );
  expect(data).toMatchObject({
    workItem: {
      leadUnit: { code: 'so-ct' },
      baseline: { leadUnit: { code: 'so-yt' } },
      units: expect.arrayContaining([{ role: 'LEAD', unit: { code: 'so-ct' } }]),
      milestones: expect.arrayContaining([{ title: 'Nghiệm thu', dueOn: '2024-10-31' }]),
      resources: { nodes: [{ origin: 'Ngân sách', state: 'PROPOSED' }] },
    },
  });
});

test('a target and its trajectory are changed by the standing agency, and directly no more', async () => {
  const { id, targetId } = await view.row<{ id: string; targetId: string }>(
    `select u.code as id, 'ta_' || t.id as "targetId" from target t join programme p on p.id = t.programme_id join unit u on u.id = p.standing_agency_id
     where 'pr_' || p.id = $1 and t.comparator = 'GTE' and exists (select from trajectory_point tp where tp.target_id = t.id) order by t.number limit 1`,
    [ids.programme],
  );
  const direct = await mutate(secretariat, 'setTrajectory', { targetId, points: [], basis: 'x' });
  expect(direct.userErrors).toMatchObject([{ code: 'CLOSED', path: ['input', 'targetId'] }]);
  expect(direct.userErrors[0]!.message).toContain('registerAdjustment');
  await applied(await staffOf(id), [
    { target: { targetId, dueOn: '2026-12-31', trajectory: [{ period: '2024', expected: 12 }] } },
  ]);
  const { data } = await secretariat.ask<object>(
    `query ($id: ID!) { node(id: $id) { ... on Target { dueOn trajectory { period expected } revisions { totalCount } } } }`,
    { id: targetId },
  );
  expect(data).toEqual({
    node: { dueOn: '2026-12-31', trajectory: [{ period: '2024', expected: 12 }], revisions: { totalCount: 1 } },
  });
});

describe('what is refused writes nothing', () => {
  const at = async (changes: object[], client?: ApiClient) => {
    const { reporter: own } = client === undefined ? await staffOf('so-xd') : { reporter: client };
    const before = await view.everything();
    const input = { programmeId: ids.programme, targetId: ids.target, ...NAMED, changes };
    const { userErrors } = await mutate(own, 'registerAdjustment', input);
    expect(await view.everything()).toEqual(before);
    return userErrors.map(({ code, path }) => `${code} ${path.slice(2).join('.')}`);
  };

  test('dates that contradict, milestones left outside, nothing new, a thing twice, funds without a currency', async () => {
    const { reporter: client } = await staffOf('so-xd');
    const workItemId = await itemId('07-21');
    expect(await at([{ item: { workItemId, dueOn: '2021-01-01' } }], client)).toEqual(['INVALID 0.item.dueOn']);
    expect(await at([{ item: { workItemId, dueOn: '2024-01-31' } }], client)).toEqual(['INVALID 0.item.dueOn']);
    expect(await at([{ item: { workItemId, dueOn: '2024-06-30' } }], client)).toEqual(['INVALID 0.item.workItemId']);
    const leadUnitId = await idOf(`select 'un_' || id as id from unit where code = 'so-ct'`);
    expect(
      await at([{ item: { workItemId, leadUnitId } }, { item: { workItemId, dueOn: '2024-12-31' } }], client),
    ).toEqual(['INVALID 1.item.workItemId']);
    expect(await at([{ resource: { workItemId, kind: 'FUNDS', amount: '5' } }], client)).toEqual([
      'INVALID 0.resource.currency',
    ]);
  });

  test('an item of another unit, or one that another request is about', async () => {
    expect(await at([{ item: { workItemId: await itemId('07-10'), dueOn: '2025-12-31' } }])).toEqual([
      'FORBIDDEN 0.item',
    ]);
    const pending = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'quan-dong-da' }] });
    const workItemId = await itemId('07-32');
    expect(await at([{ item: { workItemId, dueOn: '2026-06-30' } }], pending.client)).toEqual([
      'CONFLICT 0.item.workItemId',
    ]);
  });

  test('a person who is not there, or works elsewhere than where the item is led afterwards (R3)', async () => {
    const { reporter: client } = await staffOf('so-xd');
    const workItemId = await itemId('07-21');
    const someoneOf = (unit: string) =>
      idOf(
        `with made as (insert into person (code, display_name, unit_id) select 'thu-' || code || '-' || gen_random_uuid(), 'Nguyễn Thử', id from unit where code = '${unit}' returning id)
         select 'pe_' || id as id from made`,
      );
    const elsewhere = await someoneOf('so-ct');
    const unknown = 'pe_00000000-0000-4000-8000-000000000000';
    const person = (responsiblePersonId: string, leadUnitId?: string) =>
      at([{ item: { workItemId, responsiblePersonId, ...(leadUnitId && { leadUnitId }) } }], client);
    expect(await person(unknown)).toEqual(['NOT_FOUND 0.item.responsiblePersonId']);
    expect(await person(elsewhere)).toEqual(['INVALID 0.item.responsiblePersonId']);
    const leadUnitId = await idOf(`select 'un_' || id as id from unit where code = 'so-ct'`);
    expect(await person(await someoneOf('so-xd'), leadUnitId)).toEqual(['INVALID 0.item.responsiblePersonId']);
  });

  test('a change of two sorts in one is no input at all', async () => {
    const workItemId = await itemId('07-21');
    const { errors } = await secretariat.ask(
      `mutation ($input: RegisterAdjustmentInput!) { registerAdjustment(input: $input) { cursor } }`,
      { input: { programmeId: ids.programme, changes: [{ stopItem: { workItemId }, item: { workItemId } }] } },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test('one paper decides on several: each has its own result, and one that cannot be decided holds up no other', async () => {
  const people = await staffOf('so-tnmt');
  const workItemId = await itemId('07-19');
  const input = { programmeId: ids.programme, targetId: ids.target, ...NAMED };
  const changes = [{ item: { workItemId, dueOn: '2024-12-31' } }];
  const { adjustmentRequest } = await mutated<Registered>(
    people.reporter,
    'registerAdjustment',
    { ...input, changes },
    'adjustmentRequest { id }',
  );
  const { id } = adjustmentRequest;
  await mutated(people.approver, 'approveAdjustment', { adjustmentRequestId: id });
  await mutated(secretariat, 'appraiseAdjustment', { adjustmentRequestId: id, isFor: false, opinion: 'Chưa rõ vốn' });
  const waiting = await idOf(`select 'aq_' || id as id from adjustment_request where state = 'UNIT_APPROVED' limit 1`);
  const decided = await mutated<object>(
    await program.as('head'),
    'decideAdjustments',
    { adjustmentRequestIds: [waiting, id], number: '15/QĐ-UBND', date: '2023-11-13' },
    'results { adjustmentRequest { id state decisionNumber } userErrors { code path } }',
  );
  expect(decided).toMatchObject({
    results: [
      {
        adjustmentRequest: { id: waiting },
        userErrors: [{ code: 'CONFLICT', path: ['input', 'adjustmentRequestIds', '0'] }],
      },
      { adjustmentRequest: { id, state: 'APPROVED', decisionNumber: '15/QĐ-UBND' }, userErrors: [] },
    ],
  });
});

test('units are asked to go through the list: who confirms, who registers and who is silent shows', async () => {
  await view.rows('delete from list_review');
  const appendixId = await idOf(`select 'ap_' || id as id from appendix where code = '07-PL32'`);
  const opened = await mutated<{ listReviews: { id: string; state: string; unit: { code: string } }[] }>(
    secretariat,
    'openListReview',
    { appendixId, dueOn: '2023-11-20' },
    'listReviews { id state unit { code } }',
  );
  expect(opened.listReviews.length).toBeGreaterThan(10);
  const reviewOf = (unit: string) => opened.listReviews.find((review) => review.unit.code === unit)!;
  const confirmed = await mutated<object>(
    (await staffOf('so-gtvt')).approver,
    'confirmListReview',
    { listReviewId: reviewOf('so-gtvt').id, note: 'Giữ nguyên' },
    'listReview { state note confirmedBy { displayName } }',
  );
  expect(confirmed).toMatchObject({ listReview: { state: 'CONFIRMED', note: 'Giữ nguyên' } });
  await view.rows(
    `update list_review set due_on = '2023-11-13', opened_on = '2023-11-01' where unit_id = (select id from unit where code = 'so-gddt')`,
  );
  await mutated(secretariat, 'setNonWorkingDays', { days: [{ date: '2030-01-01' }] });
  const { data } = await secretariat.ask<{ listReviews: { nodes: { unit: { code: string }; state: string }[] } }>(
    `{ listReviews(where: { appendix: { code: { eq: "07-PL32" } } }) { nodes { unit { code } state } } }`,
  );
  const states = new Map(data.listReviews.nodes.map(({ unit, state }) => [unit.code, state]));
  expect([states.get('so-gtvt'), states.get('so-gddt'), states.get('so-tnmt'), states.get('so-xd')]).toEqual([
    'CONFIRMED',
    'OVERDUE',
    'ADJUSTING',
    'OPEN',
  ]);
  const twice = await mutate(secretariat, 'openListReview', { appendixId, dueOn: '2023-11-30' });
  expect(twice.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'appendixId'] }]);
});
