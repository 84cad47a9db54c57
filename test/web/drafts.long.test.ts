import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { done, RETURN, SUBMIT, WITHDRAW } from '../support/report-operations';
import { workItemId } from '../support/report-steps';
import { DEMO_PASSWORD } from '../support/test-server';
import { signIn } from './open-window';

let program: TestProgram;
let browser: Browser;
let view: DatabaseView;

const UNSENT = '[data-testid="unsent"]';

/** Nothing waits for the open period of the item: what does is returned. */
async function settle(): Promise<void> {
  const waiting = await view.rows<{ id: string }>(`select 'rp_' || id as id from progress_report
    where state = 'SUBMITTED' and work_item_id = (select id from work_item where code = '07-01')`);
  const approver = await program.as('approver');
  for (const { id } of waiting) await done(approver, RETURN, { progressReportId: id, reason: 'Báo lại.' });
}

async function openForm(): Promise<{ page: Page; close: () => Promise<void> }> {
  const opened = await signIn(browser, program.url, 'reporter', undefined, '/report#/item/07-01');
  await opened.page.waitForSelector('#summary');
  return opened;
}

async function type(page: Page, percent: string, summary: string): Promise<void> {
  await page.fill('#percentComplete', percent);
  await page.fill('#summary', summary);
}

/** Holds the page's mutations back until they are let go; `lose` lets them reach the server and drops the answer. */
async function hold(page: Page, lose = false): Promise<{ arrived: Promise<void>; letGo: () => void }> {
  let letGo: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON()?.operationName !== 'SubmitProgressReport') return route.continue();
    if (lose) {
      await route.fetch();
      arrive();
      return route.abort();
    }
    arrive();
    await gate;
    return route.continue();
  });
  return { arrived, letGo };
}

async function newest(): Promise<{ id: string; summary: string; receipt_code: string; state: string }> {
  return view.row(`select 'rp_' || id as id, summary, receipt_code, state from progress_report
    where work_item_id = (select id from work_item where code = '07-01') order by submitted_at desc limit 1`);
}

describeInBrowser('what a reporter has typed', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    view = await DatabaseView.open(program.target);
  }, 120_000);

  beforeEach(settle);

  afterAll(async () => {
    await view?.close();
    await browser?.close();
    await program?.close();
  });

  it('stays when a colleague reports first, beside what the colleague sent, and is in the form once that is withdrawn', async () => {
    const { page, close } = await openForm();
    await type(page, '71', 'Câu của tôi.');
    const { client } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: 'so-tttt' }] });
    const { progressReport } = await done(client, SUBMIT, {
      workItemId: await workItemId(client, '07-01'),
      period: '2023-Q4',
      percentComplete: 69,
      summary: 'Câu của đồng nghiệp.',
    });
    await page.waitForSelector(UNSENT);
    const text = (await page.textContent(UNSENT)) ?? '';
    for (const said of ['Câu của tôi.', 'Câu của đồng nghiệp.', '71%', '69%']) expect(text).toContain(said);
    expect(await page.textContent('[data-testid="receipt-summary"]')).toContain('Câu của đồng nghiệp.');
    await done(client, WITHDRAW, { progressReportId: progressReport.id });
    await page.waitForSelector('#summary');
    expect(await page.inputValue('#summary')).toBe('Câu của tôi.');
    await close();
  });

  it('after pressing Send stays: only what was stored leaves the draft', async () => {
    const { page, close } = await openForm();
    await type(page, '72', 'Câu đã gửi.');
    const { arrived, letGo } = await hold(page);
    await page.click('[data-testid="send"]');
    await arrived;
    await page.click('details summary');
    await page.fill('#difficulties', 'Gõ thêm khi đang gửi.');
    letGo();
    await page.waitForSelector(`${UNSENT} >> text=Gõ thêm khi đang gửi.`);
    expect((await newest()).summary).toBe('Câu đã gửi.');
    expect(await page.textContent('[data-testid="receipt-author"]')).not.toBe('');
    expect(await page.textContent('[data-testid="receipt-percent"]')).toBe('72%');
    expect(await page.textContent('[data-testid="receipt-summary"]')).toBe('Câu đã gửi.');
    expect(await page.textContent('[data-testid="receipt-code"]')).toBe((await newest()).receipt_code);
    await close();
  });

  it('in two windows stays in the one whose report came second, also after a reload', async () => {
    const { page: first, close } = await openForm();
    const second = await first.context().newPage();
    await second.goto(`${program.url}/report#/item/07-01`);
    await second.waitForSelector('#summary');
    await type(first, '73', 'Câu ở cửa sổ một.');
    await type(second, '74', 'Câu ở cửa sổ hai.');
    const gates = [await hold(first), await hold(second)];
    await Promise.all([first.click('[data-testid="send"]'), second.click('[data-testid="send"]')]);
    await Promise.all(gates.map(({ arrived }) => arrived));
    gates.forEach(({ letGo }) => letGo());
    await Promise.all([first, second].map((page) => page.waitForSelector(UNSENT)));
    const stored = (await newest()).summary;
    const lost = stored === 'Câu ở cửa sổ một.' ? 'Câu ở cửa sổ hai.' : 'Câu ở cửa sổ một.';
    await second.reload();
    for (const page of [first, second]) expect(await page.textContent(UNSENT)).toContain(lost);
    await close();
  });

  it.each([
    ['as it was', 'Câu có trả lời bị mất.'],
    ['changed', 'Câu đã sửa sau khi bị trả lại.'],
  ])('is sent anew %s when the answer was lost and the report returned meanwhile', async (_title, summary) => {
    const { page, close } = await openForm();
    await type(page, '75', 'Câu có trả lời bị mất.');
    const { arrived } = await hold(page, true);
    await page.click('[data-testid="send"]');
    await arrived;
    const sent = await newest();
    await done(await program.as('approver'), RETURN, { progressReportId: sent.id, reason: 'Chưa rõ.' });
    await page.waitForSelector('form >> text=Báo cáo của kỳ này bị trả lại');
    await page.unroute('**/graphql');
    expect(await page.inputValue('#summary')).toBe('Câu có trả lời bị mất.');
    await page.fill('#summary', summary);
    await page.click('[data-testid="send"]');
    await page.waitForSelector('[data-testid="receipt"]');
    expect(await newest()).toMatchObject({ summary, state: 'SUBMITTED' });
    expect((await newest()).id).not.toBe(sent.id);
    await close();
  });

  it('of a report that is returned is all in the form again, the reason of a fall too', async () => {
    const { page, close } = await openForm();
    await type(page, '30', 'Số giảm.');
    await page.fill('#decreaseReason', 'Đo lại theo cách mới.');
    await page.click('[data-testid="send"]');
    await page.waitForSelector('[data-testid="receipt"]');
    await done(await program.as('approver'), RETURN, { progressReportId: (await newest()).id, reason: 'Nêu rõ hơn.' });
    await page.waitForSelector('#decreaseReason');
    expect(await page.inputValue('#decreaseReason')).toBe('Đo lại theo cách mới.');
    await close();
  });

  it('is there again after the session was ended and is not lost by a failed sign-in', async () => {
    const { page, close } = await openForm();
    await type(page, '76', 'Câu viết dở.');
    await page.request.post(`${program.url}/graphql`, {
      headers: { origin: program.url },
      data: { query: 'mutation { signOut { userErrors { code } } }' },
    });
    await page.waitForSelector('[data-testid="session-ended"]');
    expect(await page.title()).toContain('Đăng nhập');
    await page.fill('#email', 'approver@demo.test');
    await page.fill('#password', 'sai');
    await page.click('button[type=submit]');
    await page.waitForSelector('[data-testid="error-summary"] >> text=Chưa đăng nhập được');
    await page.fill('#email', 'reporter@demo.test');
    await page.fill('#password', DEMO_PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('#summary');
    expect(await page.inputValue('#summary')).toBe('Câu viết dở.');
    await close();
  });
});
