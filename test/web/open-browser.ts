import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/test-server';
import type { DemoName } from '../support/program';

const CHROMIUM = '/usr/bin/chromium';
const PAGES = join(__dirname, '..', '..', 'dist', 'web');
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A window of a person or a room: its own cookies, and what it asked for from elsewhere. */
export interface TestWindow {
  readonly page: Page;
  /** Addresses outside the server that the page asked for; there must be none. */
  readonly foreignRequests: string[];
  /** Errors that the page threw or logged. */
  readonly pageErrors: string[];
}

/** Starts the browser of the machine. The pages must have been built (`npm run build`). */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(join(PAGES, 'screen.html'))) throw new Error('The pages are not built: run npm run build first.');
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** Opens a window of the given size at an address of the server. */
export async function openWindow(
  browser: Browser,
  address: string,
  { width = 1920, height = 1080, fakeClock = false } = {},
): Promise<TestWindow> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  const opened: TestWindow = { page, foreignRequests: [], pageErrors: [] };
  const { host } = new URL(address);
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) opened.foreignRequests.push(request.url());
  });
  page.on('pageerror', (error) => opened.pageErrors.push(error.message));
  if (fakeClock) await page.clock.install();
  await page.goto(address);
  return opened;
}

/** Signs in on the report page by hand, as a demo account. */
export async function signIn(browser: Browser, url: string, name: DemoName, size = {}): Promise<TestWindow> {
  const opened = await openWindow(browser, `${url}/report`, { width: 1440, height: 900, ...size });
  await opened.page.fill('#email', `${name}@demo.test`);
  await opened.page.fill('#password', DEMO_PASSWORD);
  await opened.page.click('button[type=submit]');
  await opened.page.waitForSelector('main h1:not(form h1)');
  return opened;
}

/** Closes a window and forgets its cookies. */
export async function closeWindow({ page }: TestWindow): Promise<void> {
  const context: BrowserContext = page.context();
  await context.close();
}
