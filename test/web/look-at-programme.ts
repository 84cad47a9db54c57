import type { Browser, Page } from 'playwright-core';
import type { DemoName, TestProgram } from '../support/program';
import { signIn, type TestWindow } from './open-window';

interface Looking {
  readonly name?: DemoName;
  readonly width?: number;
  readonly search?: string;
}

/** The page of the committee as somebody sees it once everything has come. */
export async function lookAtProgramme(
  browser: Browser,
  { url }: Pick<TestProgram, 'url'>,
  { name = 'member', width = 1440, search = '' }: Looking = {},
): Promise<TestWindow> {
  const opened = await signIn(browser, url, name, { width, height: 900 }, `/programme${search}`);
  await isComplete(opened.page);
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
