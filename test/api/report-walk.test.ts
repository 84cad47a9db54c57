import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done, RETURN, send, SUBMIT, WITHDRAW } from '../support/report-operations';
import { itemOf } from '../support/work-item';

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;
let inspector: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
  inspector = await program.as('inspector');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Reporter and approver of a unit. */
async function staffOf(unit: string): Promise<{ reporter: ApiClient; approver: ApiClient }> {
  const reporter = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] });
  const approver = await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit }] });
  return { reporter: reporter.client, approver: approver.client };
}

/** Takes a report through both levels. */
async function accept(approver: ApiClient, progressReportId: string) {
  await done(approver, APPROVE, { progressReportId });
  return done(secretariat, APPROVE, { progressReportId });
}

async function reportOf(client: ApiClient, id: string) {
  const answer = await client.ask<{ node: Record<string, unknown> | null }>(
    `query ($id: ID!) { node(id: $id) { ... on ProgressReport {
      state percentComplete supersededAt reviewNote isLate latenessReason acceptedAt unitApprovedAt
      submittedBy { displayName } unitApprovedBy { displayName } acceptedBy { displayName } milestones { number } } } }`,
    { id },
  );
  return answer.data.node;
}

const positionOf = (cursor: string): number => Number(cursor.split('.')[1]);

test('the figures of an item stay as they are until the secretariat accepts the report, then all change at once', async () => {
  const { reporter, approver } = await staffOf('so-nnptnt');
  const before = await itemOf(inspector, '07-05');
  expect(before).toMatchObject({ percentComplete: 36, health: 'AT_RISK', completedOn: null });
  const milestone = before.milestones.find(({ number }) => number === 2)!;
  expect(milestone.reachedOn).toBeNull();

  const submitted = await done(reporter, SUBMIT, {
    workItemId: before.id,
    period: '2023-Q4',
    percentComplete: 52.5,
    summary: 'Hoàn thành 5 mô hình.',
    claimedHealth: 'ON_TRACK',
    healthReason: 'Đã đạt mốc của quý III.',
    milestoneIds: [milestone.id],
  });
  expect(submitted.progressReport).toMatchObject({ state: 'SUBMITTED', percentComplete: 52.5 });
  expect(await itemOf(inspector, '07-05')).toEqual(before);

  const progressReportId = submitted.progressReport.id;
  const approved = await done(approver, APPROVE, { progressReportId });
  expect(approved.progressReport.state).toBe('UNIT_APPROVED');
  expect(await itemOf(inspector, '07-05')).toEqual(before);

  const accepted = await done(secretariat, APPROVE, { progressReportId, note: 'Đủ minh chứng.' });
  expect(accepted.progressReport.state).toBe('ACCEPTED');
  const after = await itemOf(inspector, '07-05');
  expect(after).toMatchObject({
    percentComplete: 52.5,
    health: 'ON_TRACK',
    claimedHealth: 'ON_TRACK',
    statutoryClass: 'OPEN_WITHIN_DEADLINE',
    completedOn: null,
  });
  expect(after.milestones.find(({ number }) => number === 2)!.reachedOn).toBe('2023-11-14');
  expect(await reportOf(inspector, progressReportId)).toMatchObject({
    reviewNote: 'Đủ minh chứng.',
    isLate: false,
    supersededAt: null,
    submittedBy: { displayName: expect.stringMatching(/^Made/) as string },
    unitApprovedBy: { displayName: expect.stringMatching(/^Made/) as string },
    acceptedBy: { displayName: 'Cơ quan thường trực (mẫu)' },
    milestones: [{ number: 2 }],
  });
});

test('every step has the next position of the log, and the log says who did what', async () => {
  const { reporter, approver } = await staffOf('quan-cau-giay');
  const { id: workItemId } = await itemOf(inspector, '07-13');
  const report = { workItemId, period: '2023-Q4', summary: 'Đã tập huấn 300 cán bộ.' };
  const first = await done(reporter, SUBMIT, { ...report, percentComplete: 60 });
  const withdrawn = await done(reporter, WITHDRAW, { progressReportId: first.progressReport.id });
  const second = await done(reporter, SUBMIT, { ...report, percentComplete: 61 });
  const progressReportId = second.progressReport.id;
  const unitApproved = await done(approver, APPROVE, { progressReportId });
  const returned = await done(secretariat, RETURN, { progressReportId, reason: 'Thiếu danh sách.' });
  const third = await done(reporter, SUBMIT, { ...report, percentComplete: 62 });
  const approvedAgain = await done(approver, APPROVE, { progressReportId: third.progressReport.id });
  const accepted = await done(secretariat, APPROVE, { progressReportId: third.progressReport.id });

  const steps = [first, withdrawn, second, unitApproved, returned, third, approvedAgain, accepted];
  const cursors = steps.map(({ cursor }) => cursor);
  const start = positionOf(cursors[0]!);
  expect(cursors.map(positionOf)).toEqual(cursors.map((_, index) => start + index));

  const { data } = await inspector.ask<{ events: { nodes: Record<string, unknown>[] } }>(
    `query ($in: [Cursor!]!) { events(first: 20, where: { cursor: { in: $in } }) {
      nodes { cursor type unit { code } programme { code } actor { displayName } data subject { id __typename } } } }`,
    { in: cursors },
  );
  expect(data.events.nodes.map(({ type }) => type)).toEqual([
    'PROGRESS_REPORT_SUBMITTED',
    'PROGRESS_REPORT_WITHDRAWN',
    'PROGRESS_REPORT_SUBMITTED',
    'PROGRESS_REPORT_UNIT_APPROVED',
    'PROGRESS_REPORT_RETURNED',
    'PROGRESS_REPORT_SUBMITTED',
    'PROGRESS_REPORT_UNIT_APPROVED',
    'PROGRESS_REPORT_ACCEPTED',
  ]);
  data.events.nodes.forEach((event, index) => {
    expect(event).toMatchObject({
      cursor: cursors[index],
      unit: { code: 'quan-cau-giay' },
      programme: { code: '07-CTr/TU' },
      subject: { id: steps[index]!.progressReport.id, __typename: 'ProgressReport' },
      data: { workItem: '07-13', period: '2023-Q4', percentComplete: steps[index]!.progressReport.percentComplete },
    });
  });
  expect(data.events.nodes[4]).toMatchObject({
    actor: { displayName: 'Cơ quan thường trực (mẫu)' },
    data: { reason: 'Thiếu danh sách.' },
  });
  expect(data.events.nodes[7]).toMatchObject({ data: { percentBefore: 56 } });
});

test('the receipt names the report and the moment at which the server received it', async () => {
  const { reporter } = await staffOf('huyen-dong-anh');
  const { id: workItemId } = await itemOf(inspector, '07-17');
  const from = program.program.clock.now();
  const { receipt, progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 63,
    summary: 'Đã lắp đặt xong.',
  });
  expect(receipt!.code).toMatch(/^07-17-2023Q4-[2-9A-Z]{6}$/);
  const receivedAt = new Date(receipt!.receivedAt).getTime();
  expect(receivedAt).toBeGreaterThanOrEqual(from.getTime());
  expect(receivedAt).toBeLessThanOrEqual(program.program.clock.now().getTime());
  const found = await reporter.ask<{ progressReport: object }>(
    'query ($code: String!) { progressReport(receiptCode: $code) { id submittedAt isLate workItem { code } } }',
    { code: receipt!.code },
  );
  expect(found.data.progressReport).toEqual({
    id: progressReport.id,
    submittedAt: receipt!.receivedAt,
    isLate: false,
    workItem: { code: '07-17' },
  });
});

test('receiving a report makes the item fresh though nothing of it counts yet', async () => {
  const { reporter } = await staffOf('so-vhtt');
  const fresh = 'query { workItem(code: "07-18") { percentComplete freshness { ageDays isStale } } }';
  const { data: before } = await inspector.ask<{ workItem: { freshness: { isStale: boolean } } }>(fresh);
  expect(before.workItem.freshness.isStale).toBe(true);
  const { id: workItemId } = await itemOf(inspector, '07-18');
  await done(reporter, SUBMIT, { workItemId, period: '2023-Q4', percentComplete: 30, summary: 'Đã khảo sát.' });
  const { data: after } = await inspector.ask(fresh);
  expect(after).toEqual({ workItem: { percentComplete: 28, freshness: { ageDays: 0, isStale: false } } });
});

test('a correction of an accepted report supersedes it when it is accepted, and the old report stays', async () => {
  const { reporter, approver } = await staffOf('so-xd');
  const { id: workItemId } = await itemOf(inspector, '07-21');
  const old = await view.row<{ uuid: string }>(
    `select id as uuid from progress_report where period = '2023-Q3' and state = 'ACCEPTED'
     and work_item_id = (select id from work_item where code = '07-21')`,
  );
  const oldId = `rp_${old.uuid}`;
  const correction = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q3',
    percentComplete: 68.25,
    summary: 'Đính chính số hồ sơ.',
    latenessReason: 'Đính chính sau đối chiếu.',
  });
  expect(await reportOf(inspector, oldId)).toMatchObject({ state: 'ACCEPTED', supersededAt: null });
  expect((await itemOf(inspector, '07-21')).percentComplete).toBe(67);

  await accept(approver, correction.progressReport.id);
  const corrected = await reportOf(inspector, correction.progressReport.id);
  expect(corrected).toMatchObject({ state: 'ACCEPTED', supersededAt: null, isLate: true });
  expect(await reportOf(inspector, oldId)).toMatchObject({
    state: 'ACCEPTED',
    percentComplete: 67,
    supersededAt: corrected!.acceptedAt,
  });
  expect((await itemOf(inspector, '07-21')).percentComplete).toBe(68.25);
});

test('a withdrawn report stays readable to the unit, changes nothing, and makes room for another', async () => {
  const { reporter, approver } = await staffOf('huyen-gia-lam');
  const before = await itemOf(inspector, '07-28');
  const input = { workItemId: before.id, period: '2023-Q4', percentComplete: 57, summary: 'Đã cấp 400 mã vùng trồng.' };
  const first = await done(reporter, SUBMIT, input);
  const withdrawn = await done(reporter, WITHDRAW, { progressReportId: first.progressReport.id });
  expect(withdrawn.progressReport).toMatchObject({ state: 'WITHDRAWN', version: first.progressReport.version + 1 });
  expect(await itemOf(inspector, '07-28')).toEqual(before);
  expect(await reportOf(approver, first.progressReport.id)).toMatchObject({ state: 'WITHDRAWN' });
  const second = await done(reporter, SUBMIT, input);
  expect(second.progressReport.id).not.toBe(first.progressReport.id);
});

test('a report returned by the unit’s approver keeps the reason; the unit submits anew and is accepted', async () => {
  const { reporter, approver } = await staffOf('ban-ql-kcn');
  const { id: workItemId } = await itemOf(inspector, '07-14');
  const input = { workItemId, period: '2023-Q4', percentComplete: 58, summary: 'Đã nối 12 doanh nghiệp.' };
  const first = await done(reporter, SUBMIT, input);
  const progressReportId = first.progressReport.id;
  await done(approver, RETURN, { progressReportId, reason: 'Nêu rõ tên doanh nghiệp.' });
  expect(await reportOf(reporter, progressReportId)).toMatchObject({
    state: 'RETURNED',
    reviewNote: 'Nêu rõ tên doanh nghiệp.',
  });
  const again = await send(approver, APPROVE, { progressReportId });
  expect(again.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  const second = await done(reporter, SUBMIT, { ...input, summary: 'Đã nối 12 doanh nghiệp, danh sách kèm theo.' });
  await accept(approver, second.progressReport.id);
  expect((await itemOf(inspector, '07-14')).percentComplete).toBe(58);
  expect(await reportOf(reporter, progressReportId)).toMatchObject({ state: 'RETURNED' });
});

test('a report on an earlier period that is accepted later does not move the item', async () => {
  const { reporter, approver } = await staffOf('so-ldtbxh');
  const { id: workItemId, milestones } = await itemOf(inspector, '07-22');
  const newer = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 50,
    summary: 'Đã đào tạo 1.000 người.',
  });
  await accept(approver, newer.progressReport.id);
  const standing = await itemOf(inspector, '07-22');
  expect(standing.percentComplete).toBe(50);
  const milestone = milestones.find(({ number }) => number === 2)!;
  expect(milestone.reachedOn).toBeNull();
  const older = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q3',
    percentComplete: 44,
    claimedHealth: 'AT_RISK',
    healthReason: 'Số liệu quý III.',
    summary: 'Đính chính quý III.',
    latenessReason: 'Đối chiếu lại.',
    milestoneIds: [milestone.id],
  });
  await accept(approver, older.progressReport.id);
  const after = await itemOf(inspector, '07-22');
  expect(after).toMatchObject({ percentComplete: 50, claimedHealth: standing.claimedHealth, completedOn: null });
  expect(after.milestones.find(({ number }) => number === 2)!.reachedOn).toBe('2023-11-14');
});

test('an accepted 100 % completes an item on the day its report was received; being overdue it is completed late', async () => {
  const { reporter, approver } = await staffOf('so-khdt');
  const before = await itemOf(inspector, '07-04');
  expect(before).toMatchObject({ statutoryClass: 'OPEN_OVERDUE', health: 'OVERDUE', completedOn: null });
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId: before.id,
    period: '2023-Q4',
    percentComplete: 100,
    summary: 'Đã bàn giao.',
  });
  expect(await itemOf(inspector, '07-04')).toEqual(before);
  await accept(approver, progressReport.id);
  expect(await itemOf(inspector, '07-04')).toMatchObject({
    percentComplete: 100,
    statutoryClass: 'COMPLETED_LATE',
    health: 'COMPLETED',
    completedOn: '2023-11-14',
  });
});

test('an item that reaches 100 % before its due date is completed on time', async () => {
  const { reporter, approver } = await staffOf('quan-long-bien');
  const pending = await view.row<{ id: string }>(
    `select 'rp_' || id as id from progress_report where state = 'SUBMITTED'
     and work_item_id = (select id from work_item where code = '07-24')`,
  );
  await done(approver, RETURN, { progressReportId: pending.id, reason: 'Đã xong, hãy báo lại.' });
  const { id: workItemId } = await itemOf(inspector, '07-24');
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 100,
    summary: 'Đã nghiệm thu.',
  });
  await accept(approver, progressReport.id);
  expect(await itemOf(inspector, '07-24')).toMatchObject({
    statutoryClass: 'COMPLETED_ON_TIME',
    completedOn: '2023-11-14',
  });
});

test('an accepted report below 100 % opens a completed item again', async () => {
  const { reporter, approver } = await staffOf('so-tc');
  const { id: workItemId, completedOn } = await itemOf(inspector, '07-15');
  expect(completedOn).not.toBeNull();
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 95,
    summary: 'Kiểm tra lại hồ sơ.',
    decreaseReason: 'Phát hiện còn thiếu hồ sơ.',
  });
  await accept(approver, progressReport.id);
  expect(await itemOf(inspector, '07-15')).toMatchObject({
    percentComplete: 95,
    completedOn: null,
    statutoryClass: 'OPEN_OVERDUE',
    health: 'OVERDUE',
  });
});

test('confirming 100 % again leaves the day of completion as it was', async () => {
  const { reporter, approver } = await staffOf('so-nv');
  const { id: workItemId, completedOn } = await itemOf(inspector, '07-08');
  expect(completedOn).toMatch(/^202[23]-/);
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 100,
    summary: 'Tiếp tục duy trì.',
  });
  await accept(approver, progressReport.id);
  expect((await itemOf(inspector, '07-08')).completedOn).toBe(completedOn);
});

test('a percentage just below 100 % never counts as completion, and is the same in report, item and log', async () => {
  const { reporter, approver } = await staffOf('so-tnmt');
  const { id: workItemId } = await itemOf(inspector, '07-19');
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 99.999,
    summary: 'Còn một hồ sơ.',
  });
  const accepted = await accept(approver, progressReport.id);
  const { data } = await inspector.ask<{ events: { nodes: { data: { percentComplete: number } }[] } }>(
    'query ($cursor: Cursor!) { events(where: { cursor: { eq: $cursor } }) { nodes { data } } }',
    { cursor: accepted.cursor },
  );
  const item = await itemOf(inspector, '07-19');
  expect(item).toMatchObject({ percentComplete: 99.99, completedOn: null });
  expect(progressReport.percentComplete).toBe(99.99);
  expect(data.events.nodes[0]!.data.percentComplete).toBe(99.99);
});

test('texts are stored in Unicode NFC whatever form they came in', async () => {
  const { reporter } = await staffOf('quan-dong-da');
  const reporterOf31 = (await staffOf('so-khdt')).reporter;
  const { id: workItemId } = await itemOf(inspector, '07-31');
  const summary = 'Đã hoàn thành điều tra, khảo sát';
  const { progressReport } = await done(reporterOf31, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 55,
    summary: summary.normalize('NFD'),
  });
  const stored = await view.row<{ summary: string }>(`select summary from progress_report where 'rp_' || id = $1`, [
    progressReport.id,
  ]);
  expect(stored.summary).toBe(summary.normalize('NFC'));
  expect(await reportOf(reporter, progressReport.id)).toBeNull();
});

test('after a walk the log verifies from its first event on', async () => {
  const { reporter, approver } = await staffOf('so-gtvt');
  const { id: workItemId } = await itemOf(inspector, '07-10');
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 90,
    summary: 'Đã lắp xong thiết bị.',
  });
  await accept(approver, progressReport.id);
  const { broken, events } = await view.row<{ broken: string; events: string }>(
    `select (select count(*) from verify_events(0, 1000000)) as broken, (select count(*) from event_log) as events`,
  );
  expect(Number(broken)).toBe(0);
  expect(Number(events)).toBeGreaterThanOrEqual(3);
});
