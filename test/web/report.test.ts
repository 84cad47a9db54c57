import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { startTestProgram, type TestProgram } from '../support/program';
import { findCramped } from './find-cramped';
import { openWindow, signIn } from './open-window';

let program: TestProgram;
let browser: Browser;

async function receiptOf(page: Page): Promise<string> {
  await page.waitForSelector('[data-testid="receipt"]');
  return (await page.textContent('[data-testid="receipt-code"]')) ?? '';
}

describeInBrowser('the report page', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  describe('a reporter', () => {
    it('sends a routine report with one click, a number, a sentence and Ctrl+Enter, and takes it back', async () => {
      const { page, close } = await signIn(browser, program.url, 'reporter');
      await page.click('[data-item="07-01"] a');
      expect(await page.textContent('[data-testid="last-accepted"]')).toBe('62%');
      await page.focus('#percentComplete');
      await page.keyboard.type('64.5');
      expect(await page.textContent('[data-testid="understood"]')).toContain('64,5%');
      await page.fill('#summary', 'Đã kết nối thêm 4 hệ thống.');
      await page.keyboard.press('Control+Enter');
      expect(await receiptOf(page)).not.toBe('');
      await page.click('text=Thu hồi');
      await page.click('[data-testid="confirm"]');
      await page.waitForSelector('#summary');
      expect(await page.inputValue('#summary')).toBe('Đã kết nối thêm 4 hệ thống.');
      expect(await page.inputValue('#percentComplete')).toBe('64,5');
      await close();
    });

    it('keeps every input when something is missing, and is led to it', async () => {
      const { page, close } = await signIn(browser, program.url, 'reporter');
      await page.goto(`${program.url}/report#/item/07-01`);
      await page.fill('#percentComplete', 'chín mươi');
      await page.fill('#summary', '');
      await page.click('[data-testid="send"]');
      await page.waitForSelector('[data-testid="error-summary"]:focus');
      await page.click('[data-testid="error-summary"] button >> nth=0');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('percentComplete');
      expect(await page.inputValue('#percentComplete')).toBe('chín mươi');
      await page.reload();
      await page.waitForSelector('#percentComplete');
      expect(await page.inputValue('#percentComplete')).toBe('chín mươi');
      await close();
    });

    it('is asked why a number falls', async () => {
      const { page, close } = await signIn(browser, program.url, 'reporter');
      await page.goto(`${program.url}/report#/item/07-12`);
      await page.fill('#percentComplete', '10');
      await page.fill('#summary', 'Điều chỉnh lại số liệu.');
      await page.click('[data-testid="send"]');
      await page.waitForSelector('#decreaseReason[aria-invalid="true"]');
      await close();
    });

    it('says in one click and a confirmation that nothing changed', async () => {
      const { page, close } = await signIn(browser, program.url, 'reporter');
      await page.goto(`${program.url}/report#/item/07-12`);
      await page.click('[data-testid="unchanged"]');
      await page.click('[data-testid="confirm"]');
      expect(await receiptOf(page)).not.toBe('');
      await close();
    });

    it('who gave a wrong password keeps the e-mail', async () => {
      const { page, close } = await openWindow(browser, `${program.url}/report`);
      await page.fill('#email', 'reporter@demo.test');
      await page.fill('#password', 'sai');
      await page.click('button[type=submit]');
      await page.waitForSelector('[data-testid="error-summary"]');
      expect(await page.inputValue('#email')).toBe('reporter@demo.test');
      await close();
    });
  });

  describe('reviewers', () => {
    it('see a report the moment it arrives and answer it by keys', async () => {
      const approver = await signIn(browser, program.url, 'approver');
      const secretariat = await signIn(browser, program.url, 'secretariat');
      const reporter = await signIn(browser, program.url, 'reporter');
      await reporter.page.goto(`${program.url}/report#/item/07-01`);
      await reporter.page.fill('#percentComplete', '66');
      await reporter.page.fill('#summary', 'Đã vận hành thử nghiệm.');
      await reporter.page.click('[data-testid="send"]');
      const code = await receiptOf(reporter.page);

      const waiting = `[data-report="${code}"]`;
      await approver.page.click(waiting);
      expect(await approver.page.textContent(`${waiting} [data-testid="change"]`)).toContain('62% → 66%');
      await approver.page.keyboard.press('a');
      await approver.page.waitForSelector(waiting, { state: 'detached' });

      await secretariat.page.click(waiting);
      await secretariat.page.keyboard.press('r');
      await secretariat.page.click('[data-testid="confirm"]');
      await secretariat.page.waitForSelector('#reason[aria-invalid="true"]');
      await secretariat.page.fill('#reason', 'Thiếu minh chứng.');
      await secretariat.page.click('[data-testid="confirm"]');
      await secretariat.page.waitForSelector(waiting, { state: 'detached' });
      await reporter.page.waitForSelector('text=Thiếu minh chứng.');
      await Promise.all([approver, secretariat, reporter].map((each) => each.close()));
    });
  });

  describe('the secretariat', () => {
    it('records a figure and is told what was recorded', async () => {
      const { page, close } = await signIn(browser, program.url, 'secretariat');
      await page.click('nav >> text=Số liệu chỉ tiêu');
      await page.selectOption('#target', '5');
      await page.fill('#value', '43,1');
      await page.click('main button[type=submit]');
      await page.waitForSelector('#source[aria-invalid="true"]');
      await page.fill('#source', 'Cục Thống kê');
      await page.click('main button[type=submit]');
      await page.waitForSelector('form [role="status"] >> text=43,1');
      await close();
    });

    it('makes a screen, whose link is shown once, and revokes it', async () => {
      const { page, close } = await signIn(browser, program.url, 'secretariat');
      await page.click('nav >> text=Màn hình');
      await page.fill('#name', 'Phòng giao ban');
      await page.click('main button[type=submit]');
      await page.waitForSelector('#opening-link');
      expect(await page.inputValue('#opening-link')).toMatch(/\/screen\/open\/[\w-]{20,}$/);
      const row = '[data-display="Phòng giao ban"]';
      await page.click(`${row} button`);
      await page.click('[data-testid="confirm"]');
      await page.waitForSelector(`${row}[data-revoked="true"]`);
      await close();
    });
  });

  describe('the pages on a phone of 360 px', () => {
    it('need no sideways scrolling and have targets of 44 px', async () => {
      const { page, close } = await signIn(browser, program.url, 'reporter', { width: 360, height: 740 });
      await page.waitForSelector('[data-item]');
      expect(await page.evaluate(findCramped)).toEqual([]);
      await page.goto(`${program.url}/report#/item/07-01`);
      await page.waitForSelector('#summary');
      await page.fill('#summary', '');
      await page.click('[data-testid="send"]');
      await page.waitForSelector('[data-testid="error-summary"]');
      expect(await page.evaluate(findCramped)).toEqual([]);
      await page.goto(`${program.url}/`);
      await page.waitForSelector('[data-testid="installation-marks"]');
      expect(await page.evaluate(findCramped)).toEqual([]);
      await close();
    });

    it('say that the clock is simulated and that there are sample rows', async () => {
      const { page, close } = await signIn(browser, program.url, 'reporter', { width: 360, height: 740 });
      await page.waitForSelector('[data-testid="installation-marks"] >> text=Đồng hồ mô phỏng 14/11/2023');
      await page.waitForSelector('[data-testid="installation-marks"] >> text=Dữ liệu mẫu');
      await page.goto(`${program.url}/`);
      await page.waitForSelector('[data-testid="installation-marks"] >> text=Đồng hồ mô phỏng 14/11/2023');
      await close();
    });
  });
});
