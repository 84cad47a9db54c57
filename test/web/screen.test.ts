import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { startTestProgram, type TestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';
import { findOverflow } from './find-overflow';
import { openWindow } from './open-window';

const RECORD = `mutation ($input: RecordMeasurementInput!) {
  recordMeasurement(input: $input) { measurement { value } userErrors { message } } }`;
const CREATE = `mutation ($input: CreateDisplayInput!) {
  createDisplay(input: $input) { display { id } link userErrors { message } } }`;
const REVOKE = `mutation ($input: RevokeDisplayInput!) { revokeDisplay(input: $input) { userErrors { message } } }`;

interface Created {
  createDisplay: { display: { id: string } | null; link: string; userErrors: { message: string }[] };
}

let program: TestProgram;
let browser: Browser;

/** A new screen of a room of its own. */
async function createDisplay(from: TestProgram): Promise<{ id: string; address: string }> {
  const secretariat = await from.as('secretariat');
  const input = { name: `Phòng ${randomUUID().slice(0, 8)}`, programmeCode: '07-CTr/TU', idempotencyKey: randomUUID() };
  const { data } = await secretariat.ask<Created>(CREATE, { input });
  const { display, link, userErrors } = data.createDisplay;
  if (display === null) throw new Error(JSON.stringify(userErrors));
  return { id: display.id, address: from.url + link };
}

async function waitForFreshness(page: Page, freshness: string): Promise<void> {
  await page.waitForSelector(`[data-freshness="${freshness}"]`);
}

describeInBrowser('a meeting-room screen', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  it('that nobody opened says how it is opened', async () => {
    const wall = await openWindow(browser, `${program.url}/screen`);
    await waitForFreshness(wall.page, 'none');
    await wall.page.waitForSelector('text=Màn hình này chưa được mở');
    expect(await wall.page.locator('[data-item]').count()).toBe(0);
    await wall.close();
  });

  it('opened by its link is live, complete and readable, and says what is simulated', async () => {
    const { address } = await createDisplay(program);
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
    await wall.close();
  });

  it.each(['vi', 'en'])(
    'keeps every text whole and large enough in language %s on small and large panels',
    async (language) => {
      const { address } = await createDisplay(program);
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
      await wall.close();
    },
  );

  it('changes while people watch when a report is accepted', async () => {
    const { address } = await createDisplay(program);
    const wall = await openWindow(browser, address);
    await waitForFreshness(wall.page, 'live');
    await changeProgress(program, 64.5);
    await wall.page.waitForSelector('[data-item="07-01"][data-changed="true"]');
    await wall.page.waitForSelector('[data-testid="last-change"] >> text=62 → 64,5%');
    expect(await wall.page.textContent('[data-testid="last-change"]')).toContain('07-01');
    await wall.close();
  });

  it('marks the row of a target whose figure is new', async () => {
    const { address } = await createDisplay(program);
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
    await wall.close();
  });

  it('goes dark when its link is revoked', async () => {
    const { id, address } = await createDisplay(program);
    const wall = await openWindow(browser, address);
    await waitForFreshness(wall.page, 'live');
    await (await program.as('secretariat')).ask(REVOKE, { input: { displayId: id } });
    await waitForFreshness(wall.page, 'revoked');
    expect(await wall.page.locator('[data-item]').count()).toBe(0);
    await wall.close();
  });

  it('whose server has gone first only shows a ring, then says until when its figures hold, then how old they are', async () => {
    const gone = await startTestProgram();
    const { address } = await createDisplay(gone);
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
    await wall.close();
  });
});
