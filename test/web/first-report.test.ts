import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { type DemoName, startTestProgram, type TestProgram } from '../support/program';
import { DEMO_PASSWORD } from '../support/test-server';

/*
 * The README's first report in five steps, done as it is written there: in one browser, the wall in another of its windows.
 */

const ROOM = 'Phòng họp tầng 2';

let program: TestProgram;
let browser: Browser;
let context: BrowserContext;
let desk: Page;
let wall: Page;

async function signIn(name: DemoName): Promise<void> {
  await desk.fill('#email', `${name}@demo.test`);
  await desk.fill('#password', DEMO_PASSWORD);
  await desk.click('button[type=submit]');
  await desk.waitForSelector('nav');
}

async function signOut(): Promise<void> {
  await desk.click('text=Đăng xuất');
  await desk.waitForSelector('#email');
}

/** Answers the report that waits, on its card. Who signs in stands where the one before has left. */
async function approve(code: string, queue: 'approve' | 'accept'): Promise<void> {
  await desk.click(`nav a[href$="#/${queue}"]`);
  await desk.click(`[data-report="${code}"]`);
  await desk.click(`[data-report="${code}"] button[data-kind="primary"]`);
  await desk.waitForSelector(`[data-report="${code}"]`, { state: 'detached' });
}

async function waitForLiveWall(): Promise<void> {
  await wall.waitForSelector('[data-freshness="live"]');
  await wall.waitForSelector('[data-item="07-01"]');
}

/** A window of its own: a tab behind another one is drawn once in some seconds. */
async function openBeside(): Promise<Page> {
  const opened = context.waitForEvent('page');
  await desk.evaluate(() => void window.open('about:blank', '_blank', 'popup,noopener,width=1440,height=900'));
  return opened;
}

async function openScreens(): Promise<void> {
  await desk.click('nav a[href$="#/screens"]');
  await desk.waitForSelector(`[data-display="${ROOM}"]`);
}

describeInBrowser('a wall and a person in one browser', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(20_000);
    desk = await context.newPage();
    wall = await openBeside();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  it('live side by side: the first report goes its whole way, and neither ends the other', async () => {
    await desk.goto(`${program.url}/report`);
    await signIn('secretariat');
    await desk.click('nav a[href$="#/screens"]');
    await desk.fill('#name', ROOM);
    await desk.click('main button[type=submit]');
    await desk.waitForSelector(`[data-display="${ROOM}"][data-sighting="never"]`);
    await wall.goto(await desk.inputValue('#opening-link'));
    await waitForLiveWall();

    await desk.reload();
    await openScreens();
    await desk.waitForSelector(`[data-display="${ROOM}"][data-sighting="here"] >> text=đang dùng`);
    await signOut();

    await signIn('reporter');
    await desk.click('[data-item="07-01"] a');
    await desk.fill('#percentComplete', '70');
    await desk.fill('#summary', 'Đã hoàn thành thử nghiệm.');
    await desk.click('[data-testid="send"]');
    await desk.waitForSelector('[data-testid="receipt"]');
    const code = (await desk.textContent('[data-testid="receipt-code"]'))!;
    await signOut();

    await signIn('approver');
    await approve(code, 'approve');
    await signOut();
    expect(await wall.getAttribute('[data-item="07-01"]', 'data-changed')).not.toBe('true');

    await signIn('secretariat');
    await approve(code, 'accept');
    await wall.waitForSelector('[data-item="07-01"][data-changed="true"]');
    await wall.waitForSelector('[data-testid="last-change"] >> text=62 → 70%');
    await signOut();

    // who comes back to the wall later finds it as it was
    await wall.reload();
    await waitForLiveWall();
    await signIn('secretariat');
  }, 180_000);

  it('revoking the screen ends the wall at once, and the person stays', async () => {
    await openScreens();
    await desk.click(`[data-display="${ROOM}"] button`);
    await desk.click('[data-testid="confirm"]');
    await desk.waitForSelector(`[data-display="${ROOM}"][data-revoked="true"] >> text=thu hồi lúc`);
    await wall.waitForSelector('[data-freshness="revoked"]');
    await desk.reload();
    await openScreens();
  }, 120_000);
});
