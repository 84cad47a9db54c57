import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DemoName } from '../support/program';
import { DEMO_PASSWORD } from '../support/test-server';

/** A window of a person or a room, with its own cookies. */
export interface TestWindow {
  readonly page: Page;
  /** Addresses outside the server that the page asked for; there must be none. */
  readonly foreignRequests: string[];
  /** Errors that the page threw. */
  readonly pageErrors: string[];
  close(): Promise<void>;
}

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  /** The page's clock stands still until the test moves it. */
  readonly fakeClock?: boolean;
  /** Those of a window in which somebody signed in before. */
  readonly cookies?: Cookies;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Opens a window of the given size at an address of the server. */
export async function openWindow(browser: Browser, address: string, options: WindowOptions = {}): Promise<TestWindow> {
  const { width = 1920, height = 1080, fakeClock = false, cookies = [] } = options;
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const foreignRequests: string[] = [];
  const pageErrors: string[] = [];
  const { host } = new URL(address);
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) foreignRequests.push(request.url());
  });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  if (fakeClock) await page.clock.install();
  await page.goto(address);
  return { page, foreignRequests, pageErrors, close: () => context.close() };
}

/** Signs in by hand on the report page, or the page at `path`, as a demo account. */
export async function signIn(
  browser: Browser,
  url: string,
  name: DemoName,
  options: WindowOptions = { width: 1440, height: 900 },
  path = '/report',
): Promise<TestWindow> {
  const opened = await openWindow(browser, `${url}${path}`, options);
  await opened.page.fill('#email', `${name}@demo.test`);
  await opened.page.fill('#password', DEMO_PASSWORD);
  await opened.page.click('button[type=submit]');
  await opened.page.waitForSelector('nav');
  return opened;
}
