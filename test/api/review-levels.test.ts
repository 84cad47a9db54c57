import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { APPROVE, done, RETURN, send, SUBMIT, WITHDRAW } from '../support/report-operations';
import { itemOf } from '../support/work-item';
import { ReportingHouse } from './reporting-house';

const SET = `mutation ($input: SetReviewLevelsInput!) { setReviewLevels(input: $input) {
  programme { reviewLevels standingDeputyHeadFrom } cursor userErrors { code path message } } }`;

const THREE = ['UNIT', 'SECRETARIAT', 'STANDING_DEPUTY_HEAD'];

interface SetPayload {
  readonly setReviewLevels: {
    readonly programme: { readonly reviewLevels: string[]; readonly standingDeputyHeadFrom: string | null } | null;
    readonly userErrors: readonly { readonly code: string; readonly path: string[] }[];
  };
}

let house: ReportingHouse;
let head: ApiClient;
let programmeId: string;

beforeAll(async () => {
  house = await ReportingHouse.open();
  head = await house.program.as('head');
  const { data } = await house.inspector.ask<{ programme: { id: string; reviewLevels: string[] } }>(
    '{ programme(code: "07-CTr/TU") { id reviewLevels standingDeputyHeadFrom } }',
  );
  expect(data.programme).toMatchObject({ reviewLevels: ['UNIT', 'SECRETARIAT'], standingDeputyHeadFrom: null });
  programmeId = data.programme.id;
});

afterAll(() => house.close());

afterEach(() => set(['UNIT', 'SECRETARIAT'], null));

async function set(reviewLevels: string[], standingDeputyHeadFrom: string | null) {
  const { data } = await house.secretariat.ask<SetPayload>(SET, {
    input: { programmeId, reviewLevels, standingDeputyHeadFrom },
  });
  return data.setReviewLevels;
}

async function itemFrom(level: string, code: string): Promise<string> {
  const { id } = await house.view.row<{ id: string }>(
    `update work_item set approval_level = $1 where code = $2 returning 'wi_' || id as id`,
    [level, code],
  );
  return id;
}

/** How a report stands, as one sees it; null for who does not. */
async function standing(client: ApiClient, id: string) {
  const answer = await client.ask<{ node: Record<string, unknown> | null }>(
    `query ($id: ID!) { node(id: $id) { ... on ProgressReport { state awaitedLevel skippedLevels isViewersToReview resultingHealth viewerCan { approve return }
      reviews { level outcome note reviewedBy { displayName } } } } }`,
    { id },
  );
  return answer.data.node;
}

const report = (workItemId: string) => ({
  workItemId,
  period: '2023-Q4',
  percentComplete: 80,
  summary: 'Đã làm.',
  decreaseReason: 'Đính chính.',
});

test('after the secretariat a report on an item of a high level waits for the standing deputy head, and is official after that alone', async () => {
  expect((await set(THREE, 'PARTY_COMMITTEE')).programme).toEqual({
    reviewLevels: THREE,
    standingDeputyHeadFrom: 'PARTY_COMMITTEE',
  });
  const { reporter, approver } = await house.staffOf('so-nnptnt');
  const workItemId = await itemFrom('PEOPLES_COUNCIL', '07-05');
  const { progressReport } = await done(reporter, SUBMIT, report(workItemId));
  const progressReportId = progressReport.id;
  expect(await standing(approver, progressReportId)).toMatchObject({ awaitedLevel: 'UNIT', isViewersToReview: true });
  expect(await standing(head, progressReportId)).toBeNull();

  await done(approver, APPROVE, { progressReportId });
  expect(await standing(house.secretariat, progressReportId)).toMatchObject({
    state: 'UNIT_APPROVED',
    awaitedLevel: 'SECRETARIAT',
    viewerCan: { approve: true, return: true },
  });
  expect(await standing(head, progressReportId)).toBeNull();

  const left = await done(house.secretariat, APPROVE, { progressReportId, note: 'Trình Phó Trưởng ban.' });
  expect(left.progressReport).toMatchObject({ state: 'UNIT_APPROVED', percentComplete: 80 });
  expect((await itemOf(house.inspector, '07-05')).percentComplete).toBe(36);
  expect(await standing(house.secretariat, progressReportId)).toMatchObject({
    awaitedLevel: 'STANDING_DEPUTY_HEAD',
    isViewersToReview: false,
    viewerCan: { approve: false, return: false },
  });
  const again = await send(house.secretariat, APPROVE, { progressReportId });
  expect(again.userErrors).toEqual([expect.objectContaining({ code: 'CONFLICT' })]);

  expect(await standing(head, progressReportId)).toMatchObject({
    awaitedLevel: 'STANDING_DEPUTY_HEAD',
    isViewersToReview: true,
    resultingHealth: expect.any(String) as string,
    viewerCan: { approve: true, return: true },
  });
  const queue = await head.ask<{ progressReports: { nodes: { id: string }[] } }>(
    '{ progressReports(where: { isViewersToReview: { eq: true } }) { nodes { id } } }',
  );
  expect(queue.data.progressReports.nodes).toEqual([{ id: progressReportId }]);
  const accepted = await done(head, APPROVE, { progressReportId });
  expect(accepted.progressReport.state).toBe('ACCEPTED');
  expect((await itemOf(house.inspector, '07-05')).percentComplete).toBe(80);
  expect(await standing(house.inspector, progressReportId)).toMatchObject({
    awaitedLevel: null,
    skippedLevels: [],
    reviews: [
      { level: 'UNIT', outcome: 'APPROVED', note: null },
      { level: 'SECRETARIAT', outcome: 'APPROVED', note: 'Trình Phó Trưởng ban.' },
      { level: 'STANDING_DEPUTY_HEAD', outcome: 'APPROVED', note: null },
    ],
  });
});

test('what the head sends back the head still sees, with the reason among the steps', async () => {
  await set(THREE, 'UNIT');
  const { reporter, approver } = await house.staffOf('so-nv');
  const item = await house.view.row<{ code: string }>(
    `select w.code from work_item w join unit u on u.id = w.lead_unit_id where u.code = 'so-nv' order by w.number limit 1`,
  );
  const { progressReport } = await done(reporter, SUBMIT, report(await itemFrom('UNIT', item.code)));
  const progressReportId = progressReport.id;
  await done(approver, APPROVE, { progressReportId });
  await done(house.secretariat, APPROVE, { progressReportId });
  const returned = await done(head, RETURN, { progressReportId, reason: 'Thiếu số liệu.' });
  expect(returned.progressReport.state).toBe('RETURNED');
  expect(await standing(reporter, progressReportId)).toMatchObject({
    awaitedLevel: null,
    reviews: [{}, {}, { level: 'STANDING_DEPUTY_HEAD', outcome: 'RETURNED', note: 'Thiếu số liệu.' }],
  });
});

test('an item below the level, or without one, is accepted by the secretariat as before', async () => {
  await set(THREE, 'PARTY_COMMITTEE');
  const { reporter, approver } = await house.staffOf('quan-cau-giay');
  const workItemId = await itemFrom('PARTY_STANDING_BOARD', '07-13');
  const { progressReport } = await done(reporter, SUBMIT, report(workItemId));
  const accepted = await house.accept(approver, progressReport.id);
  expect(accepted.progressReport.state).toBe('ACCEPTED');
});

test('a unit without an approver but the reporter is passed over by name: the report goes straight to the secretariat', async () => {
  const { id: workItemId } = await itemOf(house.inspector, '07-17');
  const leadUnit = { code: 'huyen-dong-anh' };
  await house.view.rows(
    `delete from account_role where role = 'APPROVER' and unit_id = (select id from unit where code = $1)`,
    [leadUnit.code],
  );
  const alone = await makeAccount(house.program, house.view, {
    roles: [
      { role: 'REPORTER', unit: leadUnit.code },
      { role: 'APPROVER', unit: leadUnit.code },
    ],
  });
  // neither a disabled account nor a role that is not in force can take the step
  const disabled = await makeAccount(house.program, house.view, { roles: [{ role: 'APPROVER', unit: leadUnit.code }] });
  await house.view.rows('update account set disabled_at = now() where id = $1', [disabled.id]);
  const later = await makeAccount(house.program, house.view, { roles: [{ role: 'APPROVER', unit: leadUnit.code }] });
  await house.view.rows(`update account_role set valid_from = '2024-01-01' where account_id = $1`, [later.id]);

  const { progressReport, cursor } = await done(alone.client, SUBMIT, {
    ...report(workItemId),
    idempotencyKey: randomUUID(),
  });
  expect(progressReport.state).toBe('UNIT_APPROVED');
  expect(await standing(alone.client, progressReport.id)).toMatchObject({
    awaitedLevel: 'SECRETARIAT',
    skippedLevels: ['UNIT'],
    viewerCan: { approve: false },
    reviews: [{ level: 'UNIT', outcome: 'SKIPPED', reviewedBy: null }],
  });
  const { data } = await house.inspector.ask<{ events: { nodes: object[] } }>(
    'query ($in: [Cursor!]!) { events(where: { cursor: { in: $in } }) { nodes { data } } }',
    { in: [cursor] },
  );
  expect(data.events.nodes).toEqual([
    { data: expect.objectContaining({ awaitedLevel: 'SECRETARIAT', skippedLevels: ['UNIT'] }) as object },
  ]);
  await done(house.secretariat, APPROVE, { progressReportId: progressReport.id });
});

test('a report that was passed over its unit is taken back by its reporter until the secretariat has judged it', async () => {
  await set(THREE, 'UNIT');
  const unit = 'so-tnmt';
  const alone = await makeAccount(house.program, house.view, { roles: [{ role: 'REPORTER', unit }] });
  await house.view.rows(
    `update account_role set valid_to = '2023-11-01' where role = 'APPROVER' and unit_id = (select id from unit where code = $1)`,
    [unit],
  );
  const workItemId = await itemFrom('UNIT', '07-19');
  const can = async (id: string) => (await standingWithRights(alone.client, id)).viewerCan;
  const first = await done(alone.client, SUBMIT, report(workItemId));
  expect(first.progressReport.state).toBe('UNIT_APPROVED');
  expect(await can(first.progressReport.id)).toEqual({ withdraw: true });
  const pending = await send(alone.client, SUBMIT, report(workItemId));
  expect(pending.userErrors).toMatchObject([{ message: expect.stringContaining('Hãy thu hồi') as string }]);
  const colleague = await makeAccount(house.program, house.view, { roles: [{ role: 'REPORTER', unit }] });
  const withdraw = { progressReportId: first.progressReport.id };
  expect((await send(colleague.client, WITHDRAW, withdraw)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  const withdrawn = await done(alone.client, WITHDRAW, withdraw);
  expect(withdrawn.progressReport.state).toBe('WITHDRAWN');

  const { progressReport } = await done(alone.client, SUBMIT, report(workItemId));
  await done(house.secretariat, APPROVE, { progressReportId: progressReport.id });
  expect(await can(progressReport.id)).toEqual({ withdraw: false });
  const judged = await send(alone.client, WITHDRAW, { progressReportId: progressReport.id });
  expect(judged.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
});

async function standingWithRights(client: ApiClient, id: string): Promise<{ viewerCan: object }> {
  const { data } = await client.ask<{ node: { viewerCan: object } }>(
    'query ($id: ID!) { node(id: $id) { ... on ProgressReport { viewerCan { withdraw } } } }',
    { id },
  );
  return data.node;
}

test('a head who is missing is passed over by name, and the secretariat’s step is the last', async () => {
  await set(THREE, 'UNIT');
  const { reporter, approver } = await house.staffOf('so-yt');
  const item = await house.view.row<{ code: string }>(
    `select w.code from work_item w join unit u on u.id = w.lead_unit_id where u.code = 'so-yt' order by w.number limit 1`,
  );
  const { progressReport } = await done(reporter, SUBMIT, report(await itemFrom('UNIT', item.code)));
  await done(approver, APPROVE, { progressReportId: progressReport.id });
  await house.view.rows(`update account_role set valid_to = '2023-11-01' where role = 'COMMITTEE_HEAD'`);
  const accepted = await done(house.secretariat, APPROVE, { progressReportId: progressReport.id });
  await house.view.rows(`update account_role set valid_to = null where role = 'COMMITTEE_HEAD'`);
  expect(accepted.progressReport.state).toBe('ACCEPTED');
  expect(await standing(house.inspector, progressReport.id)).toMatchObject({ skippedLevels: ['STANDING_DEPUTY_HEAD'] });
});

test('levels without the secretariat, and a third one without its items, are refused together; the levels stay', async () => {
  const { programme, userErrors } = await set(['UNIT', 'STANDING_DEPUTY_HEAD'], null);
  expect(programme).toBeNull();
  expect(userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['INVALID', 'input.reviewLevels'],
    ['INVALID', 'input.standingDeputyHeadFrom'],
  ]);
});
