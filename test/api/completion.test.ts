import { done, RETURN, SUBMIT } from '../support/report-operations';
import { itemOf } from '../support/work-item';
import { ReportingHouse } from './reporting-house';

let house: ReportingHouse;

beforeAll(async () => {
  house = await ReportingHouse.open();
});

afterAll(() => house.close());

test('an accepted 100 % completes an item on the day its report was received; being overdue it is completed late', async () => {
  const { reporter, approver } = await house.staffOf('so-khdt');
  const before = await itemOf(house.inspector, '07-04');
  expect(before).toMatchObject({ statutoryClass: 'OPEN_OVERDUE', health: 'OVERDUE', completedOn: null });
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId: before.id,
    period: '2023-Q4',
    percentComplete: 100,
    summary: 'Đã bàn giao.',
  });
  expect(await itemOf(house.inspector, '07-04')).toEqual(before);
  await house.accept(approver, progressReport.id);
  expect(await itemOf(house.inspector, '07-04')).toMatchObject({
    percentComplete: 100,
    statutoryClass: 'COMPLETED_LATE',
    health: 'COMPLETED',
    completedOn: '2023-11-14',
  });
});

test('an item that reaches 100 % before its due date is completed on time', async () => {
  const { reporter, approver } = await house.staffOf('quan-long-bien');
  const pending = await house.view.row<{ id: string }>(
    `select 'rp_' || id as id from progress_report where state = 'SUBMITTED'
     and work_item_id = (select id from work_item where code = '07-24')`,
  );
  await done(approver, RETURN, { progressReportId: pending.id, reason: 'Đã xong, hãy báo lại.' });
  const { id: workItemId } = await itemOf(house.inspector, '07-24');
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 100,
    summary: 'Đã nghiệm thu.',
  });
  await house.accept(approver, progressReport.id);
  expect(await itemOf(house.inspector, '07-24')).toMatchObject({
    statutoryClass: 'COMPLETED_ON_TIME',
    completedOn: '2023-11-14',
  });
});

test('an accepted report below 100 % opens a completed item again', async () => {
  const { reporter, approver } = await house.staffOf('so-tc');
  const { id: workItemId, completedOn } = await itemOf(house.inspector, '07-15');
  expect(completedOn).not.toBeNull();
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 95,
    summary: 'Kiểm tra lại hồ sơ.',
    decreaseReason: 'Phát hiện còn thiếu hồ sơ.',
  });
  await house.accept(approver, progressReport.id);
  expect(await itemOf(house.inspector, '07-15')).toMatchObject({
    percentComplete: 95,
    completedOn: null,
    statutoryClass: 'OPEN_OVERDUE',
    health: 'OVERDUE',
  });
});

test('confirming 100 % again leaves the day of completion as it was', async () => {
  const { reporter, approver } = await house.staffOf('so-nv');
  const { id: workItemId, completedOn } = await itemOf(house.inspector, '07-08');
  expect(completedOn).toMatch(/^202[23]-/);
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 100,
    summary: 'Tiếp tục duy trì.',
  });
  await house.accept(approver, progressReport.id);
  expect((await itemOf(house.inspector, '07-08')).completedOn).toBe(completedOn);
});

test('a percentage just below 100 % never counts as completion, and is the same in report, item and log', async () => {
  const { reporter, approver } = await house.staffOf('so-tnmt');
  const { id: workItemId } = await itemOf(house.inspector, '07-19');
  const { progressReport } = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 99.999,
    summary: 'Còn một hồ sơ.',
  });
  const accepted = await house.accept(approver, progressReport.id);
  const { data } = await house.inspector.ask<{ events: { nodes: { data: { percentComplete: number } }[] } }>(
    'query ($cursor: Cursor!) { events(where: { cursor: { eq: $cursor } }) { nodes { data } } }',
    { cursor: accepted.cursor },
  );
  const item = await itemOf(house.inspector, '07-19');
  expect(item).toMatchObject({ percentComplete: 99.99, completedOn: null });
  expect(progressReport.percentComplete).toBe(99.99);
  expect(data.events.nodes[0]!.data.percentComplete).toBe(99.99);
});
