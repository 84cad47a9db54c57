import type { ApiClient } from '../support/api-client';
import { APPROVE, done, RETURN, send, SUBMIT, WITHDRAW } from '../support/report-operations';
import { itemOf } from '../support/work-item';
import { ReportingHouse } from './reporting-house';

let house: ReportingHouse;

beforeAll(async () => {
  house = await ReportingHouse.open();
});

afterAll(() => house.close());

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
  const { reporter, approver } = await house.staffOf('so-nnptnt');
  const before = await itemOf(house.inspector, '07-05');
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
  expect(await itemOf(house.inspector, '07-05')).toEqual(before);

  const progressReportId = submitted.progressReport.id;
  const approved = await done(approver, APPROVE, { progressReportId });
  expect(approved.progressReport.state).toBe('UNIT_APPROVED');
  expect(await itemOf(house.inspector, '07-05')).toEqual(before);

  const accepted = await done(house.secretariat, APPROVE, { progressReportId, note: 'Đủ minh chứng.' });
  expect(accepted.progressReport.state).toBe('ACCEPTED');
  const after = await itemOf(house.inspector, '07-05');
  expect(after).toMatchObject({
    percentComplete: 52.5,
    health: 'ON_TRACK',
    claimedHealth: 'ON_TRACK',
    statutoryClass: 'OPEN_WITHIN_DEADLINE',
    completedOn: null,
  });
  expect(after.milestones.find(({ number }) => number === 2)!.reachedOn).toBe('2023-11-14');
  expect(await reportOf(house.inspector, progressReportId)).toMatchObject({
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
  const { reporter, approver } = await house.staffOf('quan-cau-giay');
  const { id: workItemId } = await itemOf(house.inspector, '07-13');
  const report = { workItemId, period: '2023-Q4', summary: 'Đã tập huấn 300 cán bộ.' };
  const first = await done(reporter, SUBMIT, { ...report, percentComplete: 60 });
  const withdrawn = await done(reporter, WITHDRAW, { progressReportId: first.progressReport.id });
  const second = await done(reporter, SUBMIT, { ...report, percentComplete: 61 });
  const progressReportId = second.progressReport.id;
  const unitApproved = await done(approver, APPROVE, { progressReportId });
  const returned = await done(house.secretariat, RETURN, { progressReportId, reason: 'Thiếu danh sách.' });
  const third = await done(reporter, SUBMIT, { ...report, percentComplete: 62 });
  const approvedAgain = await done(approver, APPROVE, { progressReportId: third.progressReport.id });
  const accepted = await done(house.secretariat, APPROVE, { progressReportId: third.progressReport.id });

  const steps = [first, withdrawn, second, unitApproved, returned, third, approvedAgain, accepted];
  const cursors = steps.map(({ cursor }) => cursor);
  const start = positionOf(cursors[0]!);
  expect(cursors.map(positionOf)).toEqual(cursors.map((_, index) => start + index));

  const { data } = await house.inspector.ask<{ events: { nodes: Record<string, unknown>[] } }>(
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
  const { reporter } = await house.staffOf('huyen-dong-anh');
  const { id: workItemId } = await itemOf(house.inspector, '07-17');
  const from = house.program.program.clock.now();
  const { receipt, progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 63,
    summary: 'Đã lắp đặt xong.',
  });
  expect(receipt!.code).toMatch(/^07-17-2023Q4-[2-9A-Z]{6}$/);
  const receivedAt = new Date(receipt!.receivedAt).getTime();
  expect(receivedAt).toBeGreaterThanOrEqual(from.getTime());
  expect(receivedAt).toBeLessThanOrEqual(house.program.program.clock.now().getTime());
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
  const { reporter } = await house.staffOf('so-vhtt');
  const fresh = 'query { workItem(code: "07-18") { percentComplete freshness { ageDays isStale } } }';
  const { data: before } = await house.inspector.ask<{ workItem: { freshness: { isStale: boolean } } }>(fresh);
  expect(before.workItem.freshness.isStale).toBe(true);
  const { id: workItemId } = await itemOf(house.inspector, '07-18');
  await done(reporter, SUBMIT, { workItemId, period: '2023-Q4', percentComplete: 30, summary: 'Đã khảo sát.' });
  const { data: after } = await house.inspector.ask(fresh);
  expect(after).toEqual({ workItem: { percentComplete: 28, freshness: { ageDays: 0, isStale: false } } });
});

test('later changes are corrections that keep the old value (R15): one of an accepted report supersedes it when it is accepted, and the old report stays', async () => {
  const { reporter, approver } = await house.staffOf('so-xd');
  const { id: workItemId } = await itemOf(house.inspector, '07-21');
  const old = await house.view.row<{ uuid: string }>(
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
  expect(await reportOf(house.inspector, oldId)).toMatchObject({ state: 'ACCEPTED', supersededAt: null });
  expect((await itemOf(house.inspector, '07-21')).percentComplete).toBe(67);

  await house.accept(approver, correction.progressReport.id);
  const corrected = await reportOf(house.inspector, correction.progressReport.id);
  expect(corrected).toMatchObject({ state: 'ACCEPTED', supersededAt: null, isLate: true });
  expect(await reportOf(house.inspector, oldId)).toMatchObject({
    state: 'ACCEPTED',
    percentComplete: 67,
    supersededAt: corrected!.acceptedAt,
  });
  expect((await itemOf(house.inspector, '07-21')).percentComplete).toBe(68.25);
});

test('a withdrawn report stays readable to the unit, changes nothing, and makes room for another', async () => {
  const { reporter, approver } = await house.staffOf('huyen-gia-lam');
  const before = await itemOf(house.inspector, '07-28');
  const input = { workItemId: before.id, period: '2023-Q4', percentComplete: 57, summary: 'Đã cấp 400 mã vùng trồng.' };
  const first = await done(reporter, SUBMIT, input);
  const withdrawn = await done(reporter, WITHDRAW, { progressReportId: first.progressReport.id });
  expect(withdrawn.progressReport).toMatchObject({ state: 'WITHDRAWN', version: first.progressReport.version + 1 });
  expect(await itemOf(house.inspector, '07-28')).toEqual(before);
  expect(await reportOf(approver, first.progressReport.id)).toMatchObject({ state: 'WITHDRAWN' });
  const second = await done(reporter, SUBMIT, input);
  expect(second.progressReport.id).not.toBe(first.progressReport.id);
});

test('a report returned by the unit’s approver keeps the reason; the unit submits anew and is accepted', async () => {
  const { reporter, approver } = await house.staffOf('ban-ql-kcn');
  const { id: workItemId } = await itemOf(house.inspector, '07-14');
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
  await house.accept(approver, second.progressReport.id);
  expect((await itemOf(house.inspector, '07-14')).percentComplete).toBe(58);
  expect(await reportOf(reporter, progressReportId)).toMatchObject({ state: 'RETURNED' });
});

test('a report on an earlier period that is accepted later does not move the item', async () => {
  const { reporter, approver } = await house.staffOf('so-ldtbxh');
  const { id: workItemId, milestones } = await itemOf(house.inspector, '07-22');
  const newer = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 50,
    summary: 'Đã đào tạo 1.000 người.',
  });
  await house.accept(approver, newer.progressReport.id);
  const standing = await itemOf(house.inspector, '07-22');
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
  await house.accept(approver, older.progressReport.id);
  const after = await itemOf(house.inspector, '07-22');
  expect(after).toMatchObject({ percentComplete: 50, claimedHealth: standing.claimedHealth, completedOn: null });
  expect(after.milestones.find(({ number }) => number === 2)!.reachedOn).toBe('2023-11-14');
});

test('texts are stored in Unicode NFC whatever form they came in', async () => {
  const { reporter } = await house.staffOf('quan-dong-da');
  const reporterOf31 = (await house.staffOf('so-khdt')).reporter;
  const { id: workItemId } = await itemOf(house.inspector, '07-31');
  const summary = 'Đã hoàn thành điều tra, khảo sát';
  const { progressReport } = await done(reporterOf31, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 55,
    summary: summary.normalize('NFD'),
  });
  const stored = await house.view.row<{ summary: string }>(
    `select summary from progress_report where 'rp_' || id = $1`,
    [progressReport.id],
  );
  expect(stored.summary).toBe(summary.normalize('NFC'));
  expect(await reportOf(reporter, progressReport.id)).toBeNull();
});

test('after a walk the log verifies from its first event on', async () => {
  const { reporter, approver } = await house.staffOf('so-gtvt');
  const { id: workItemId } = await itemOf(house.inspector, '07-10');
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 90,
    summary: 'Đã lắp xong thiết bị.',
  });
  await house.accept(approver, progressReport.id);
  const { broken, events } = await house.view.row<{ broken: string; events: string }>(
    `select (select count(*) from verify_events(0, 1000000)) as broken, (select count(*) from event_log) as events`,
  );
  expect(Number(broken)).toBe(0);
  expect(Number(events)).toBeGreaterThanOrEqual(3);
});
