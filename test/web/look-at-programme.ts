import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DemoName, TestProgram } from '../support/program';
import { openWindow, signIn, type TestWindow } from './open-window';

interface Looking {
  readonly name?: DemoName;
  readonly width?: number;
  readonly search?: string;
}

/** Cookies of who has signed in, by server and name. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** The page of the committee as somebody sees it once everything has come; by hand they sign in once. */
export async function lookAtProgramme(
  browser: Browser,
  { url }: Pick<TestProgram, 'url'>,
  { name = 'member', width = 1440, search = '' }: Looking = {},
): Promise<TestWindow> {
  const path = `/programme${search}`;
  const cookies = signedIn.get(`${url} ${name}`);
  const size = { width, height: 900 };
  const opened =
    cookies === undefined
      ? await signIn(browser, url, name, size, path)
      : await openWindow(browser, `${url}${path}`, { ...size, cookies });
  await isComplete(opened.page);
  signedIn.set(`${url} ${name}`, await opened.page.context().cookies());
  return opened;
}

/** Waits until a page of the committee shows its last parts. */
export async function isComplete(page: Page): Promise<void> {
  await page.waitForSelector('[data-freshness="live"]');
  await page.waitForSelector('[data-gap]');
  await page.waitForSelector('[data-indicator]');
}

/** What an attribute holds on every element that has it, in the page's order. */
export function attributes(page: Page, attribute: string, within = ''): Promise<string[]> {
  return page
    .locator(`${within} [${attribute}]`)
    .evaluateAll((elements, name) => elements.map((element) => element.getAttribute(name) ?? ''), attribute);
}

/** The codes in a list of gaps. */
export const gapRows = (page: Page, kind: string): Promise<string[]> =>
  attributes(page, 'data-gap-row', `[data-gap="${kind}"]`);
