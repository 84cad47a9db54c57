import type { Browser, Page } from 'playwright-core';
import { startTestProgram, type TestProgram } from '../support/program';
import { findOverflow } from './find-overflow';
import { closeWindow, openBrowser, openWindow } from './open-browser';

const SUBMIT = `mutation ($input: SubmitProgressReportInput!) {
  submitProgressReport(input: $input) { progressReport { id } userErrors { message } } }`;
const APPROVE = `mutation ($input: ApproveProgressReportInput!) {
  approveProgressReport(input: $input) { progressReport { state } userErrors { message } } }`;
const RECORD = `mutation ($input: RecordMeasurementInput!) {
  recordMeasurement(input: $input) { measurement { value } userErrors { message } } }`;
const CREATE = `mutation ($input: CreateDisplayInput!) {
  createDisplay(input: $input) { display { id } link userErrors { message } } }`;
const REVOKE = `mutation ($input: RevokeDisplayInput!) { revokeDisplay(input: $input) { userErrors { message } } }`;

let program: TestProgram;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([startTestProgram(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await program.close();
});

async function createDisplay(from: TestProgram, name: string): Promise<{ id: string; address: string }> {
  const secretariat = await from.as('secretariat');
  const input = { name, programmeCode: '07-CTr/TU', idempotencyKey: name };
  const { data } = await secretariat.ask<{ createDisplay: { display: { id: string }; link: string } }>(CREATE, {
    input,
  });
  return { id: data.createDisplay.display.id, address: from.url + data.createDisplay.link };
}

async function waitForFreshness(page: Page, freshness: string): Promise<void> {
  await page.waitForSelector(`[data-freshness="${freshness}"]`);
}

/** Takes one report of item 07-01 all the way to acceptance. */
async function acceptReport(percentComplete: number): Promise<void> {
  const [reporter, approver, secretariat] = await Promise.all(
    (['reporter', 'approver', 'secretariat'] as const).map((name) => program.as(name)),
  );
  const item = await reporter!.ask<{ workItem: { id: string } }>('{ workItem(code: "07-01") { id } }');
  const input = { workItemId: item.data.workItem.id, period: '2023-Q4', percentComplete, summary: 'Đã nghiệm thu.' };
  const { data } = await reporter!.ask<{ submitProgressReport: { progressReport: { id: string } } }>(SUBMIT, { input });
  const review = { input: { progressReportId: data.submitProgressReport.progressReport.id } };
  await approver!.ask(APPROVE, review);
  await secretariat!.ask(APPROVE, review);
}

describe('a meeting-room screen', () => {
  it('that nobody opened says how it is opened', async () => {
    const wall = await openWindow(browser, `${program.url}/screen`);
    await waitForFreshness(wall.page, 'none');
    await wall.page.waitForSelector('text=Màn hình này chưa được mở');
    expect(await wall.page.locator('[data-item]').count()).toBe(0);
    await closeWindow(wall);
  });

  it('opened by its link is live, complete and readable, and says what is simulated', async () => {
    const { address } = await createDisplay(program, 'Phòng họp tầng 1');
    const wall = await openWindow(browser, address);
    await waitForFreshness(wall.page, 'live');
    expect(new URL(wall.page.url()).pathname).toBe('/screen');
    expect(await wall.page.locator('[data-target]').count()).toBe(8);
    expect(await wall.page.locator('[data-item] [data-health]').count()).toBe(32);
    const counts = await wall.page.locator('[data-count]').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(32);
    await wall.page.waitForSelector('text=Đồng hồ mô phỏng 14/11/2023');
    await wall.page.waitForSelector('[data-testid="sample-mark"] >> text=Dữ liệu mẫu');
    expect(await wall.page.evaluate(findOverflow, 28)).toEqual([]);
    expect(wall.foreignRequests).toEqual([]);
    expect(wall.pageErrors).toEqual([]);
    await closeWindow(wall);
  });

  it.each(['vi', 'en'])(
    'keeps every text whole and large enough in language %s on small and large panels',
    async (language) => {
      const { address } = await createDisplay(program, `Phòng họp ${language}`);
      const wall = await openWindow(browser, address);
      for (const [width, height] of [
        [1366, 768],
        [3840, 2160],
      ] as const) {
        await wall.page.setViewportSize({ width, height });
        await wall.page.goto(`${program.url}/screen?lang=${language}`);
        await waitForFreshness(wall.page, 'live');
        expect(await wall.page.evaluate(findOverflow, 28)).toEqual([]);
      }
      await closeWindow(wall);
    },
  );

  it('changes while people watch when a report is accepted', async () => {
    const { address } = await createDisplay(program, 'Phòng họp tầng 2');
    const wall = await openWindow(browser, address);
    await waitForFreshness(wall.page, 'live');
    await acceptReport(64.5);
    await wall.page.waitForSelector('[data-item="07-01"][data-changed="true"]');
    await wall.page.waitForSelector('[data-testid="last-change"] >> text=62 → 64,5%');
    expect(await wall.page.textContent('[data-testid="last-change"]')).toContain('07-01');
    await closeWindow(wall);
  });

  it('marks the row of a target whose figure is new', async () => {
    const { address } = await createDisplay(program, 'Phòng họp tầng 3');
    const wall = await openWindow(browser, address);
    await waitForFreshness(wall.page, 'live');
    const secretariat = await program.as('secretariat');
    const query =
      '{ programme(code: "07-CTr/TU") { targets(where: { number: { eq: "4" } }) { nodes { indicator { id } } } } }';
    const { data } = await secretariat.ask<{ programme: { targets: { nodes: { indicator: { id: string } }[] } } }>(
      query,
    );
    const indicatorId = data.programme.targets.nodes[0]!.indicator.id;
    await secretariat.ask(RECORD, { input: { indicatorId, period: '2023-Q3', value: 25.3, source: 'Cục Thống kê' } });
    await wall.page.waitForSelector('[data-target="4"][data-changed="true"] >> text=25,3');
    await wall.page.waitForSelector('[data-target="4"] >> text=mới');
    expect(await wall.page.evaluate(findOverflow, 28)).toEqual([]);
    await closeWindow(wall);
  });

  it('goes dark when its link is revoked', async () => {
    const { id, address } = await createDisplay(program, 'Phòng họp tầng 4');
    const wall = await openWindow(browser, address);
    await waitForFreshness(wall.page, 'live');
    await (await program.as('secretariat')).ask(REVOKE, { input: { displayId: id } });
    await waitForFreshness(wall.page, 'revoked');
    expect(await wall.page.locator('[data-item]').count()).toBe(0);
    await closeWindow(wall);
  });
});

describe('a screen whose server has gone', () => {
  it('first only shows a ring, then says until when its figures hold, then how old they are', async () => {
    const gone = await startTestProgram();
    const { address } = await createDisplay(gone, 'Phòng họp tầng 5');
    const wall = await openWindow(browser, address, { fakeClock: true });
    await waitForFreshness(wall.page, 'live');
    await gone.close();
    await wall.page.clock.runFor('01:00');
    await waitForFreshness(wall.page, 'reconnecting');
    await wall.page.clock.runFor('02:00');
    await waitForFreshness(wall.page, 'lost');
    await wall.page.waitForSelector('text=/Mất kết nối · số liệu đến \\d\\d:\\d\\d/');
    await wall.page.clock.runFor('34:30');
    await waitForFreshness(wall.page, 'stale');
    await wall.page.waitForSelector('text=Số liệu cũ 37 phút');
    expect(await wall.page.evaluate(findOverflow, 28)).toEqual([]);
    await closeWindow(wall);
  });
});
