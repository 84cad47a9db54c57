import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done, RETURN, SUBMIT } from '../support/report-operations';
import { workItemId } from '../support/report-steps';
import { signIn, type TestWindow } from './open-window';

let program: TestProgram;
let browser: Browser;
let view: DatabaseView;

const ROW = '[data-report]';

/** Reports of the demo's reporter that wait for the unit's approver: as many as the unit leads items for. */
async function submitSome(): Promise<string[]> {
  const reporter = await program.as('reporter');
  const items = await view.rows<{ code: string }>(
    `select w.code from work_item w join unit u on u.id = w.lead_unit_id where u.code = 'so-tttt' and w.is_in_force
       and w.completed_on is null and not exists (
         select from progress_report r where r.work_item_id = w.id and r.period = '2023-Q4' and r.state in ('SUBMITTED', 'UNIT_APPROVED'))
     order by w.code limit 3`,
  );
  const codes: string[] = [];
  for (const { code } of items) {
    const input = {
      workItemId: await workItemId(reporter, code),
      period: '2023-Q4',
      percentComplete: 43,
      summary: 'Kết quả trong kỳ.',
      decreaseReason: 'Đo lại.',
    };
    const payload = await done(reporter, SUBMIT, input);
    codes.push(payload.receipt?.code ?? '');
  }
  return codes;
}

async function waiting(): Promise<number> {
  const { count } = await view.row<{ count: number }>(
    `select count(*)::integer as count from progress_report r join unit u on u.id = r.unit_id where u.code = 'so-tttt' and r.state = 'SUBMITTED'`,
  );
  return count;
}

async function reportId(code: string): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `select 'rp_' || id as id from progress_report where receipt_code = $1`,
    [code],
  );
  return id;
}

async function openQueue(): Promise<TestWindow> {
  const opened = await signIn(browser, program.url, 'approver', undefined, '/report#/approve');
  await opened.page.waitForSelector(ROW);
  return opened;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

describeInBrowser('the queue of reports', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    view = await DatabaseView.open(program.target);
    // one of the unit's items begins later
    await view.rows(`update work_item set starts_on = '2023-01-02' where starts_on > '2023-11-14'`);
  }, 120_000);

  afterAll(async () => {
    await view?.close();
    await browser?.close();
    await program?.close();
  });

  it('has one report approved by a held key, and keeps the rows where they are', async () => {
    expect((await submitSome()).length).toBeGreaterThan(1);
    const { page, close } = await openQueue();
    const before = await waiting();
    const second = await page.locator(ROW).nth(1).getAttribute('data-report');
    const place = await page.locator(`[data-report="${second}"]`).boundingBox();
    await page.keyboard.down('a');
    await page.waitForSelector('[data-answered]');
    for (let press = 0; press < 30; press += 1) await page.keyboard.down('a');
    await page.keyboard.up('a');
    await page.waitForSelector('main [role="status"] >> text=Đã duyệt báo cáo');
    await page.keyboard.press('r');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await page.locator(`[data-report="${second}"]`).boundingBox()).toEqual(place);
    expect(await focused(page)).toBe('H1');
    expect(await waiting()).toBe(before - 1);
    await page.keyboard.press('j');
    expect(await page.locator('[data-selected="true"]').getAttribute('data-report')).toBe(second);
    await close();
  });

  it('has one report approved by a double click', async () => {
    const { page, close } = await openQueue();
    const before = await waiting();
    await page.dblclick(`${ROW} [data-answer="approve"] >> nth=0`);
    await page.waitForSelector('[data-answered]');
    await page.waitForSelector('main [role="status"] >> text=Đã duyệt báo cáo');
    expect(await waiting()).toBe(before - 1);
    await close();
  });

  it('has one report approved by a held Enter on its button', async () => {
    const { page, close } = await openQueue();
    const before = await waiting();
    await page.focus(`${ROW} [data-answer="approve"] >> nth=0`);
    for (let press = 0; press < 10; press += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.waitForSelector('main [role="status"] >> text=Đã duyệt báo cáo');
    expect(await waiting()).toBe(before - 1);
    await close();
  });

  it('shows the status that would result', async () => {
    const { report } = await makeLow();
    const { page, close } = await openQueue();
    const change = page.locator(`[data-report="${report}"] [data-testid="health-change"]`);
    expect(await change.textContent()).toMatch(/Đúng tiến độ.*→.*Có nguy cơ/);
    await close();
  });

  it('keeps the reason of a return that did not arrive, in the dialog and after it was closed', async () => {
    const { page, close } = await openQueue();
    await page.click(ROW);
    await page.keyboard.press('r');
    await page.fill('#reason', 'Thiếu minh chứng của mốc.');
    await page.context().setOffline(true);
    await page.click('[data-testid="confirm"]');
    await page.waitForSelector('dialog [role="alert"]');
    expect(await page.inputValue('#reason')).toBe('Thiếu minh chứng của mốc.');
    await page.keyboard.press('Escape');
    await page.context().setOffline(false);
    await page.reload();
    await page.click(ROW);
    await page.keyboard.press('r');
    expect(await page.inputValue('#reason')).toBe('Thiếu minh chứng của mốc.');
    await close();
  });

  it('says in the open dialog who has answered meanwhile, and keeps the reason', async () => {
    const { page, close } = await openQueue();
    const code = (await page.locator(ROW).first().getAttribute('data-report')) ?? '';
    await page.click(`[data-report="${code}"] [data-answer="return"]`);
    await page.fill('#reason', 'Số liệu chưa khớp.');
    const input = { progressReportId: await reportId(code), reason: 'Chưa rõ kết quả.' };
    await done(await program.as('approver'), RETURN, input);
    await page.waitForSelector('[data-testid="answered-elsewhere"] >> text=đã trả lại');
    expect(await page.textContent('[data-testid="answered-elsewhere"]')).toContain('Chưa rõ kết quả.');
    expect(await page.inputValue('#reason')).toBe('Số liệu chưa khớp.');
    expect(await page.locator('[data-testid="confirm"]').count()).toBe(0);
    await close();
  });

  it('calls what the secretariat does accepting', async () => {
    const [code = ''] = await submitSome();
    await done(await program.as('approver'), APPROVE, { progressReportId: await reportId(code) });
    const { page, close } = await signIn(browser, program.url, 'secretariat', undefined, '/report#/accept');
    await page.click(`[data-report="${code}"] [data-answer="approve"]`);
    await page.waitForSelector(`main [role="status"] >> text=Đã chấp nhận báo cáo ${code}`);
    await close();
  });
});

/** A report far below its plan on an item that stands well. */
async function makeLow(): Promise<{ report: string }> {
  const reporter = await program.as('reporter');
  await view.rows(`update progress_report set state = 'WITHDRAWN' where state in ('SUBMITTED', 'UNIT_APPROVED')
    and work_item_id = (select id from work_item where code = '07-01')`);
  const payload = await done(reporter, SUBMIT, {
    workItemId: await workItemId(reporter, '07-01'),
    period: '2023-Q4',
    percentComplete: 20,
    summary: 'Đo lại toàn bộ.',
    decreaseReason: 'Đo lại.',
  });
  return { report: payload.receipt?.code ?? '' };
}
