import type { Browser, Page } from 'playwright-core';
import { textsEn } from '../../src/web/common/texts/texts.en';
import { programmeTextsEn } from '../../src/web/common/texts/texts.programme.en';
import { programmeTextsVi } from '../../src/web/common/texts/texts.programme.vi';
import { reportTextsEn } from '../../src/web/common/texts/texts.report.en';
import { reportTextsVi } from '../../src/web/common/texts/texts.report.vi';
import { textsVi } from '../../src/web/common/texts/texts.vi';
import { describeInBrowser, launchBrowser } from '../support/processes/browser';
import { type DemoName, startTestProgram, type TestProgram } from '../support/program';
import { submitReport } from '../support/report-steps';
import { signIn, type TestWindow } from './open-window';

let program: TestProgram;
let browser: Browser;

const TABLES = {
  vi: { ...textsVi, report: reportTextsVi, programme: programmeTextsVi },
  en: { ...textsEn, report: reportTextsEn, programme: programmeTextsEn },
};

const VIEWS: readonly { who: DemoName; path: string; vi: string; en: string }[] = [
  { who: 'reporter', path: '/report#/work', vi: 'Việc của tôi', en: 'My work' },
  { who: 'approver', path: '/report#/approve', vi: 'Chờ đơn vị duyệt', en: 'Awaiting unit approval' },
  { who: 'secretariat', path: '/report#/accept', vi: 'Chờ chấp nhận', en: 'Awaiting acceptance' },
  { who: 'secretariat', path: '/report#/measure', vi: 'Số liệu chỉ tiêu', en: 'Target figures' },
  { who: 'secretariat', path: '/report#/screens', vi: 'Màn hình phòng họp', en: 'Meeting-room screens' },
  { who: 'reporter', path: '/report#/item/07-12', vi: '07-12 ·', en: '07-12 ·' },
  { who: 'member', path: '/programme', vi: '07-CTr/TU', en: '07-CTr/TU' },
];

const windows = new Map<DemoName, Promise<TestWindow>>();

/** A window of an account, signed in once. */
function windowOf(who: DemoName): Promise<TestWindow> {
  const opened = windows.get(who) ?? signIn(browser, program.url, who);
  windows.set(who, opened);
  return opened;
}

/** All texts of a table; those that depend on what is told are left out. */
function textsOf(table: unknown): string[] {
  if (typeof table === 'string') return [table];
  return typeof table === 'object' && table !== null ? Object.values(table).flatMap(textsOf) : [];
}

/** What only one language says. The switch names the other language in that language. */
function foreignTo(language: 'vi' | 'en'): string[] {
  const own = new Set(textsOf(TABLES[language]));
  const other = TABLES[language === 'vi' ? 'en' : 'vi'];
  const names = [TABLES[language].switchLanguage, other.switchLanguage, TABLES.vi.report.form.unchangedSummary];
  return textsOf(other).filter((text) => !own.has(text) && text.length > 3 && !names.includes(text));
}

/** Texts of the page, and what it says to those who hear it. */
function saidOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) said.push(node.textContent?.trim() ?? '');
    for (const element of Array.from(document.querySelectorAll('[aria-label], [title], [placeholder]'))) {
      for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '');
    }
    return said.filter((text) => text !== '');
  });
}

/** Opens a dialog by a selector and gives it up with Escape, then with its second button: the focus must come back. */
async function openAndLeave(page: Page, opener: string): Promise<boolean[]> {
  const came: boolean[] = [];
  for (const leave of ['Escape', 'cancel'] as const) {
    await page.click(opener);
    await page.waitForSelector('dialog[open]');
    if (leave === 'Escape') await page.keyboard.press('Escape');
    else await page.click('dialog .actions button:last-child');
    await page.waitForSelector('dialog', { state: 'detached' });
    came.push(await page.evaluate((selector) => document.activeElement?.matches(selector) === true, opener));
  }
  return came;
}

describeInBrowser('a view of the pages', () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([startTestProgram(), launchBrowser()]);
    await submitReport(program, 66);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await program?.close();
  });

  it.each(VIEWS)('$path speaks one language and names its tab', async ({ who, path, ...titles }) => {
    for (const language of ['vi', 'en'] as const) {
      const [place, hash] = path.split('#');
      const address = `${place}?lang=${language}${hash === undefined ? '' : `#${hash}`}`;
      const { page } = await windowOf(who);
      await page.goto(`${program.url}${address}`);
      await page.waitForFunction((title) => document.title.startsWith(title), titles[language]);
      const foreign = new Set(foreignTo(language));
      expect((await saidOn(page)).filter((text) => foreign.has(text))).toEqual([]);
    }
  });

  it('gives its heading the focus when it is gone to', async () => {
    const { page, close } = await signIn(browser, program.url, 'secretariat');
    for (const name of ['Số liệu chỉ tiêu', 'Màn hình phòng họp', 'Chờ chấp nhận']) {
      await page.click(`nav >> text=${name}`);
      await page.waitForFunction((text) => document.activeElement?.textContent === text, name);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await page.title()).toBe(`${name} · Báo cáo tiến độ · tiendo`);
    }
    await close();
  });

  it('gives the focus back to what opened a dialog', async () => {
    const reporter = await signIn(browser, program.url, 'reporter', undefined, '/report#/item/07-12');
    expect(await openAndLeave(reporter.page, '[data-testid="unchanged"]')).toEqual([true, true]);
    await reporter.page.goto(`${program.url}/report#/item/07-01`);
    const withdraw = '[data-testid="receipt"] button';
    await reporter.page.waitForSelector(withdraw);
    expect(await openAndLeave(reporter.page, withdraw)).toEqual([true, true]);
    await reporter.page.click(withdraw);
    await reporter.page.click('[data-testid="confirm"]');
    await reporter.page.waitForSelector('#summary');
    await reporter.page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await reporter.close();

    await submitReport(program, 67);
    const approver = await signIn(browser, program.url, 'approver', undefined, '/report#/approve');
    const answer = '[data-selected="true"] [data-answer="return"]';
    await approver.page.waitForSelector(answer);
    expect(await openAndLeave(approver.page, answer)).toEqual([true, true]);
    await approver.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await approver.page.keyboard.press('r');
    await approver.page.waitForSelector('dialog[open]');
    await approver.page.keyboard.press('Escape');
    await approver.page.waitForSelector('dialog', { state: 'detached' });
    expect(await approver.page.evaluate((to) => document.activeElement?.matches(to), answer)).toBe(true);
    await approver.close();
  });

  it('gives the focus to its heading when what opened a dialog is gone', async () => {
    const { page, close } = await signIn(browser, program.url, 'secretariat', undefined, '/report#/screens');
    await page.fill('#name', 'Phòng họp A');
    await page.click('main button[type=submit]');
    const revoke = '[data-display="Phòng họp A"] button';
    await page.waitForSelector(revoke);
    expect(await openAndLeave(page, revoke)).toEqual([true, true]);
    await page.click(revoke);
    await page.click('[data-testid="confirm"]');
    await page.waitForSelector('[data-display="Phòng họp A"][data-revoked="true"]');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await close();
  });
});
