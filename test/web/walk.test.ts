import { createClient } from 'graphql-ws';
import type { Browser, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { startTestProgram, type TestProgram } from '../support/program';

/*
 * The walk of one datum, from a department's form to the meeting room's wall: the first test a newcomer should read.
 */

const SUBMIT = `mutation ($input: SubmitProgressReportInput!) {
  submitProgressReport(input: $input) { progressReport { id state } receipt { code } cursor userErrors { code message } }
}`;
const APPROVE = `mutation ($input: ApproveProgressReportInput!) {
  approveProgressReport(input: $input) { progressReport { state } cursor userErrors { code message } }
}`;
const MEASURE = `mutation ($input: RecordMeasurementInput!) {
  recordMeasurement(input: $input) { measurement { id } cursor userErrors { code message } }
}`;
const LIVE = `subscription {
  live { programme(code: "07-CTr/TU") { workItems(where: { code: { eq: "07-01" } }) { nodes { percentComplete health } } } }
}`;
const EVENTS = 'subscription { events { type cursor previous data } }';

interface Reviewed {
  submitProgressReport: { progressReport: { id: string; state: string }; receipt: { code: string } };
  approveProgressReport: { progressReport: { state: string } };
}

let served: TestProgram;
let browser: Browser;
let page: Page;
const frames: string[] = [];

describeInBrowser('a report reaches the room', () => {
  beforeAll(async () => {
    [served, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    page = await openScreen();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test('nothing reaches the screen before acceptance; then tile, counts, footer, live query and events all show it', async () => {
    const stock = stockClient();
    const live = stock.iterate<{ live: { programme: { workItems: { nodes: object[] } } } }>({ query: LIVE });
    const events = stock.iterate<{ events: { type: string; data: { percentComplete?: number } } }>({ query: EVENTS });
    const before = await live.next();
    expect(before.value.data.live.programme.workItems.nodes).toEqual([{ percentComplete: 62, health: 'ON_TRACK' }]);
    const firstEvent = events.next();
    const completedBefore = await heroCount('COMPLETED');

    const report = await submit();
    await approve('approver', report, 'UNIT_APPROVED');
    expect((await firstEvent).value.data.events.type).toBe('PROGRESS_REPORT_SUBMITTED');
    expect((await events.next()).value.data.events.type).toBe('PROGRESS_REPORT_UNIT_APPROVED');
    expect(await tileHealth()).toBe('ON_TRACK');
    expect(percentsSeenByScreen()).toEqual(new Set([62]));

    await approve('secretariat', report, 'ACCEPTED');
    const after = await live.next();
    expect(after.value.data.live.programme.workItems.nodes).toEqual([{ percentComplete: 100, health: 'COMPLETED' }]);
    const accepted = (await events.next()).value.data.events;
    expect(accepted).toMatchObject({ type: 'PROGRESS_REPORT_ACCEPTED', data: { percentComplete: 100 } });
    await page.waitForSelector(
      '[data-item="07-01"] [data-health="COMPLETED"], [data-item="07-01"][data-health="COMPLETED"]',
    );
    expect(await heroCount('COMPLETED')).toBe(completedBefore + 1);
    await page.waitForFunction(
      () => document.querySelector('[data-testid="last-change"]')?.textContent?.includes('62 → 100') === true,
    );
    await stock.dispose();
  });

  test('a measurement moves its target row', async () => {
    const secretariat = await served.as('secretariat');
    const { data } = await secretariat.ask<{ indicator: { id: string } }>('{ indicator(code: "kinh-te-so") { id } }');
    const input = { indicatorId: data.indicator.id, period: '2023-Q3', value: 27.4, source: 'Cục Thống kê (thử)' };
    const answer = await secretariat.ask<{ recordMeasurement: { userErrors: object[] } }>(MEASURE, { input });
    expect(answer.data.recordMeasurement.userErrors).toEqual([]);
    await page.waitForFunction(
      () => document.querySelector('[data-target="4"]')?.textContent?.includes('27,4') === true,
    );
  });
});

async function openScreen(): Promise<Page> {
  const secretariat = await served.as('secretariat');
  const { data } = await secretariat.ask<{ createDisplay: { link: string } }>(
    'mutation ($input: CreateDisplayInput!) { createDisplay(input: $input) { link userErrors { message } } }',
    { input: { name: 'Phòng họp số 1', programmeCode: '07-CTr/TU' } },
  );
  const opened = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  opened.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await opened.goto(`${served.url}${data.createDisplay.link}`);
  await opened.waitForSelector('[data-freshness="live"]');
  await opened.waitForSelector('[data-item="07-01"]');
  return opened;
}

function stockClient() {
  return createClient({
    url: `${served.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: async () => ({ authorization: `Bearer ${(await served.as('inspector')).token}` }),
  });
}

async function submit(): Promise<string> {
  const reporter = await served.as('reporter');
  const item = await reporter.ask<{ workItem: { id: string } }>('{ workItem(code: "07-01") { id } }');
  const input = {
    workItemId: item.data.workItem.id,
    period: '2023-Q4',
    percentComplete: 100,
    summary: 'Đã nghiệm thu toàn bộ hạng mục.',
    idempotencyKey: 'walk',
  };
  const { data } = await reporter.ask<Reviewed>(SUBMIT, { input });
  expect(data.submitProgressReport.progressReport.state).toBe('SUBMITTED');
  expect(data.submitProgressReport.receipt.code).toMatch(/^07-01-2023Q4-/);
  return data.submitProgressReport.progressReport.id;
}

async function approve(name: 'approver' | 'secretariat', progressReportId: string, state: string): Promise<void> {
  const reviewer = await served.as(name);
  const { data } = await reviewer.ask<Reviewed>(APPROVE, { input: { progressReportId } });
  expect(data.approveProgressReport.progressReport.state).toBe(state);
}

/** Every percentage of item 07-01 that reached the screen's socket so far. */
function percentsSeenByScreen(): Set<number> {
  const figures = frames.flatMap((frame) => [...frame.matchAll(/"code":"07-01".*?"percentComplete":([\d.]+)/g)]);
  return new Set(figures.map((figure) => Number(figure[1])));
}

async function heroCount(health: string): Promise<number> {
  return Number(await page.locator(`[data-count="${health}"]`).innerText());
}

async function tileHealth(): Promise<string | null> {
  const tile = page.locator('[data-item="07-01"]');
  return (await tile.getAttribute('data-health')) ?? tile.locator('[data-health]').first().getAttribute('data-health');
}
