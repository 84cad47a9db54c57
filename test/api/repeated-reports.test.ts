import { mutate, mutated } from '../support/payload';
import { APPROVE, done, SUBMIT } from '../support/report-operations';
import { itemOf } from '../support/work-item';
import { ReportingHouse } from './reporting-house';

const REPEATED = `progressReport { id state percentComplete summary claimedHealth healthReason } receipt { code }`;

interface Repeated {
  readonly progressReport: { readonly id: string } | null;
  readonly receipt: { readonly code: string } | null;
}

let house: ReportingHouse;

beforeAll(async () => {
  house = await ReportingHouse.open();
});

afterAll(() => house.close());

test('nothing has changed: the figures that were accepted last are submitted once more, in one step', async () => {
  const { reporter, approver } = await house.staffOf('so-nnptnt');
  const { id: workItemId } = await itemOf(house.inspector, '07-05');
  const first = await done(reporter, SUBMIT, {
    workItemId,
    period: '2023-Q4',
    percentComplete: 52.5,
    summary: 'Đã làm.',
    claimedHealth: 'ON_TRACK',
    healthReason: 'Đã đạt mốc.',
  });
  await house.accept(approver, first.progressReport.id);
  const again = { workItemId, period: '2023-Q4', idempotencyKey: 'lap-lai' };
  const payload = await mutated<Repeated>(reporter, 'repeatProgressReport', again, REPEATED);
  expect(payload.progressReport).toMatchObject({
    state: 'SUBMITTED',
    percentComplete: 52.5,
    summary: 'Không thay đổi so với báo cáo kỳ 2023-Q4.',
    claimedHealth: 'ON_TRACK',
    healthReason: 'Đã đạt mốc.',
  });
  expect(payload.receipt!.code).toMatch(/^07-05-2023Q4-/);
  expect(await mutated<Repeated>(reporter, 'repeatProgressReport', again, REPEATED)).toEqual(payload);
  const other = await mutate<Repeated>(reporter, 'repeatProgressReport', { workItemId, period: '2023-Q4' }, REPEATED);
  expect(other.userErrors.map(({ code, path }) => [code, path.join('.')])).toEqual([['CONFLICT', 'input.period']]);
  await done(approver, APPROVE, { progressReportId: payload.progressReport!.id });
});

test('an item that was never reported on has nothing to repeat: its reporter is told what to send', async () => {
  const { reporter } = await house.staffOf('quan-cau-giay');
  const { id: workItemId } = await itemOf(house.inspector, '07-13');
  await house.view.rows(`delete from progress_report where 'wi_' || work_item_id = $1`, [workItemId]);
  const input = { workItemId, period: '2023-Q4' };
  for (const language of ['vi', 'en']) {
    const { userErrors, progressReport } = await mutate<Repeated>(
      reporter,
      'repeatProgressReport',
      input,
      REPEATED,
      language,
    );
    expect(progressReport).toBeNull();
    expect(userErrors).toEqual([
      expect.objectContaining({
        code: 'NOT_FOUND',
        message: expect.stringContaining('submitProgressReport') as string,
      }),
    ]);
  }
});
